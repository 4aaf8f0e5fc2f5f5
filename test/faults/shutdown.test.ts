import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startBadRoad } from '../support/bad-road.ts';
import { chanceFor } from '../support/chance.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { createWorld, type World } from '../support/fault-world.ts';
import { balanced, type Order } from '../support/ledger.ts';
import { createOwnPostgres } from '../support/own-postgres.ts';
import { type ConnectorProcess, endProcesses } from '../support/processes.ts';
import { queryDatabase } from '../support/query-database.ts';
import { sendAll } from '../support/send-all.ts';

const STOPPED_WITHIN_MS = 15_000;
const TIMEOUT_MS = 60_000;

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await createTestDatabase();
  world = await createWorld({ store: { DATABASE_URL: database.url } });
});

afterEach(async () => {
  await endProcesses();
  await world.close();
  await database.drop();
}, TIMEOUT_MS);

/** The status of the readiness probe; 0 when nobody listens any more. */
async function readiness({ url }: ConnectorProcess): Promise<number> {
  return fetch(`${url}/health/ready`, { headers: { connection: 'close' } }).then(
    ({ status }) => status,
    () => 0,
  );
}

it(
  'ends with code 0 in time when told to under load, and the next start does the rest',
  async () => {
    const chance = chanceFor('SIGTERM');
    const service = await world.start();
    await world.serve(service);
    for (const platform of world.icims.platforms) platform.faults.set({ kind: 'slow', ms: 150 });
    const orders = [...world.orders('9001', 100), ...world.orders('9002', 100)];
    const stopAfter = chance.between(20, 150);
    let answers = 0;
    let ending: Promise<number | null> = Promise.resolve(null);
    let ready: number | undefined;
    const startedAt: number[] = [];
    await sendAll(orders, async (order) => {
      await world.send(order, service);
      answers += 1;
      if (answers !== stopAfter) return;
      startedAt.push(performance.now());
      ending = service.end('SIGTERM');
      await eventually('it is not ready any more', 5_000, async () => (ready = await readiness(service)) !== 200);
    });
    const code = await ending;
    const took = performance.now() - (startedAt[0] ?? 0);
    const held = await queryDatabase(database, 'SELECT FROM deliveries WHERE lease_owner IS NOT NULL');

    for (const platform of world.icims.platforms) platform.faults.clear();
    const next = await world.start();
    await sendAll(world.unanswered(), (order) => world.send(order, next));
    await world.settle(next, 15_000);

    expect(code).toBe(0);
    expect(took).toBeLessThan(STOPPED_WITHIN_MS);
    expect([0, 503]).toContain(ready);
    expect(held).toEqual([]);
    expect(await world.ledger(next)).toEqual(balanced);
  },
  TIMEOUT_MS,
);

it(
  'ends with code 0 in time while a case system hangs and clients keep their connections busy',
  async () => {
    const hanging = await startBadRoad(world.receiver.url);
    hanging.decide(() => 'silent');
    world.allow(hanging.url);
    const service = await world.start();
    const caseSystem = { type: 'webhook', url: `${hanging.url}/`, secret: world.receiver.secret };
    await world.serve(service, () => ({ caseSystem }));
    const first = world.order('9002');
    await world.send(first, service);
    const ignored = { ...first, event: { ...first.event, newStatus: '1' } };
    let stopped = false;
    const busy = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!stopped) await world.sendQuietly(ignored, service);
      }),
    );

    await eventually('the delivery hangs', 10_000, () => hanging.stopped.length > 0);
    const startedAt = performance.now();
    const code = await service.end('SIGTERM');
    const took = performance.now() - startedAt;
    stopped = true;
    await busy;
    await hanging.close();

    expect(code).toBe(0);
    expect(took).toBeLessThan(STOPPED_WITHIN_MS);
  },
  TIMEOUT_MS,
);

it(
  'ends in time even when PostgreSQL does not answer any more',
  async () => {
    const postgres = await createOwnPostgres();
    await postgres.start();
    const frozenWorld = await createWorld({ store: { DATABASE_URL: postgres.url } });
    try {
      const service = await frozenWorld.start();
      await postgres.freeze();

      const startedAt = performance.now();
      await service.end('SIGTERM');

      expect(performance.now() - startedAt).toBeLessThan(STOPPED_WITHIN_MS);
    } finally {
      await endProcesses();
      await frozenWorld.close();
      await postgres.remove();
    }
  },
  TIMEOUT_MS,
);

it(
  'loses and doubles nothing when two services are restarted one after the other under steady events',
  async () => {
    const chance = chanceFor('rolling restart');
    const services: Services = [await world.start(), await world.start()];
    await world.serve(services[0]);
    await world.knows(services[1]);
    const orders = [...world.orders('9001', 120), ...world.orders('9002', 120)];
    const restartsAfter = new Map([
      [chance.between(20, 60), 0 as const],
      [chance.between(100, 160), 1 as const],
    ]);
    let answers = 0;
    const codes: unknown[] = [];
    await sendAll(
      orders,
      async (order) => {
        await sendUntilAnswered(order, services);
        answers += 1;
        const index = restartsAfter.get(answers);
        if (index === undefined) return;
        codes.push(await services[index].end('SIGTERM'));
        services[index] = await world.start();
      },
      8,
    );
    await world.settle(services[0]);

    expect(codes).toEqual([0, 0]);
    expect(world.unanswered()).toEqual([]);
    expect(await world.ledger(services[0])).toEqual(balanced);
  },
  TIMEOUT_MS,
);

type Services = [ConnectorProcess, ConnectorProcess];

/** As a load balancer and a patient client do: the other service, and again, while the answer is none or 503. */
async function sendUntilAnswered(order: Order, services: Services): Promise<void> {
  let turn = Number(order.workflowId);
  await eventually('the event is answered', 20_000, async () => {
    turn += 1;
    const { status } = await world.send(order, services[turn % 2 === 0 ? 0 : 1]);
    return status !== 0 && status !== 503;
  });
}
