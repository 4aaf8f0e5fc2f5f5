import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { platformDocumentFor } from '../../src/sandbox/platform-document-for.ts';
import { type BadRoad, type Fate, startBadRoad } from '../support/bad-road.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { createWorld, type World } from '../support/fault-world.ts';
import { balanced } from '../support/ledger.ts';
import { endProcesses } from '../support/processes.ts';
import { queryDatabase } from '../support/query-database.ts';
import { sendAll } from '../support/send-all.ts';

const SCREENING_MS = 2_000;
const STEP_MS = 15_000;
/** For noticing that the time is up, on a busy machine. */
const SLACK_MS = 1_500;
const TIMEOUT_MS = 60_000;

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
}, TIMEOUT_MS);

async function startOnBadRoads() {
  const service = await world.start({ SCREENING_DEADLINE_MS: String(SCREENING_MS) });
  await world.serve(service, (customerId) => ({
    icims: platformDocumentFor(customerId, { icims: toIcims.url }).icims,
    caseSystem: { type: 'webhook', url: `${toCases.url}/`, secret: world.receiver.secret },
  }));
  return service;
}

it.each<[string, Fate, RegExp]>([
  ['answers the token request one byte a second', 'drip', /token/],
  ['never answers a read', 'silent', /applicantworkflows/],
  ['answers a read one byte a second', 'drip', /people/],
])('answers 503 within the screening deadline when iCIMS %s', async (_, fate, path) => {
  toIcims.decide((passing) => (path.test(passing.path) ? fate : 'pass'));
  const service = await startOnBadRoads();
  const orders = world.orders('9001', 10);

  const took: number[] = [];
  await sendAll(orders, async (order) => {
    const startedAt = performance.now();
    const { status, code } = await world.send(order, service);
    took.push(performance.now() - startedAt);
    expect([status, code]).toEqual([503, 'ICIMS_UNAVAILABLE']);
  });
  toIcims.decide(() => 'pass');
  await eventually('all are accepted', 30_000, async () => {
    await sendAll(world.unanswered(), (order) => world.send(order, service));
    return world.unanswered().length === 0;
  });
  await world.settle(service, 10_000);

  expect(Math.max(...took)).toBeLessThan(SCREENING_MS + SLACK_MS);
  expect(await world.ledger(service)).toEqual(balanced);
});

it(
  'gives up a step at its deadline when the case system hangs or dawdles, while other platforms go on',
  async () => {
    const service = await startOnBadRoads();
    await world.serve(service, (customerId) => (customerId === '9001' ? {} : { caseSystem: badCaseSystem() }));
    toCases.decide(() => (toCases.stopped.length % 2 === 0 ? 'silent' : 'drip'));
    const hanging = world.orders('9002', 6);
    const fine = world.orders('9001', 6);
    await sendAll([...hanging, ...fine], (order) => world.send(order, service));

    await eventually('the other platform is delivered', 5_000, () => delivered('9001', fine.length));
    await eventually('each step has failed', STEP_MS + 4 * SLACK_MS, async () => {
      const rows = await failedSteps();
      return rows.length >= hanging.length;
    });
    toCases.decide(() => 'pass');
    const steps = await failedSteps();
    await world.settle(service);

    expect(Math.max(...steps.map(({ milliseconds }) => milliseconds))).toBeLessThan(STEP_MS + SLACK_MS);
    expect(await world.ledger(service)).toEqual(balanced);
  },
  TIMEOUT_MS,
);

function badCaseSystem() {
  return { type: 'webhook', url: `${toCases.url}/`, secret: world.receiver.secret };
}

async function delivered(customerId: string, count: number): Promise<boolean> {
  const text = "SELECT FROM hires WHERE customer_id = $1 AND state = 'delivered'";
  return (await queryDatabase(database, text, [customerId])).length === count;
}

function failedSteps(): Promise<{ milliseconds: number }[]> {
  return queryDatabase(database, "SELECT milliseconds FROM attempts WHERE outcome = 'failed' AND step = 'open-case'");
}
