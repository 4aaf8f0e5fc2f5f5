import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { platformDocumentFor } from '../../src/sandbox/platform-document-for.ts';
import { type BadRoad, startBadRoad } from '../support/bad-road.ts';
import { createWorld, type World } from '../support/fault-world.ts';
import { balanced } from '../support/ledger.ts';
import { endProcesses } from '../support/processes.ts';
import { sendAll } from '../support/send-all.ts';

let database: TestDatabase;
let world: World;
let toIcims: BadRoad;
let toCases: BadRoad;

beforeEach(async () => {
  database = await createTestDatabase();
  world = await createWorld({ store: { DATABASE_URL: database.url } });
  toIcims = await startBadRoad(world.icims.url);
  toCases = await startBadRoad(world.receiver.url);
  world.allow(toIcims.url);
  world.allow(toCases.url);
});

afterEach(async () => {
  await endProcesses();
  await toIcims.close();
  await toCases.close();
  await world.close();
  await database.drop();
});

interface Losing {
  readonly what: string;
  readonly method: string;
  readonly path: RegExp;
  /** Which of the requests that fit lose their answers. */
  readonly which: 'first' | 'second' | 'every-other';
}

const cases: readonly Losing[] = [
  { what: 'announcing a hire', method: 'POST', path: /assessmentresults/, which: 'first' },
  { what: 'changing the entry', method: 'PATCH', path: /assessmentresults/, which: 'first' },
  { what: 'any change of an entry', method: 'P', path: /assessmentresults/, which: 'every-other' },
  { what: 'opening a case', method: 'POST', path: /^\/$/, which: 'first' },
];

it.each(cases)('has one case and one entry for each hire when the answer to $what is lost', async (losing) => {
  const seen = new Map<string, number>();
  const decide = ({ method, path }: { method: string; path: string }) => {
    if (!method.startsWith(losing.method) || !losing.path.test(path)) return 'pass';
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    const loses = losing.which === 'every-other' ? count % 2 === 1 : count === 1;
    return loses ? 'lose-answer' : 'pass';
  };
  toIcims.decide(decide);
  toCases.decide(decide);
  const service = await world.start();
  await world.serve(service, (customerId) => ({
    icims: platformDocumentFor(customerId, { icims: toIcims.url }).icims,
    caseSystem: { type: 'webhook', url: `${toCases.url}/`, secret: world.receiver.secret },
  }));

  await sendAll(world.orders('9002', 4), (order) => world.send(order, service));
  await world.settle(service);

  expect(toIcims.stopped.length + toCases.stopped.length).toBeGreaterThan(0);
  expect(await world.ledger(service)).toEqual(balanced);
});
