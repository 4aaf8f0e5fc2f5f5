import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { chanceFor } from '../support/chance.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { createWorld, type World } from '../support/fault-world.ts';
import { balanced } from '../support/ledger.ts';
import { endProcesses } from '../support/processes.ts';
import { queryDatabase } from '../support/query-database.ts';
import { sendAll } from '../support/send-all.ts';

const TAKEN_OVER_WITHIN_MS = 30_000;
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

/** Events are taken by the service and delivered by nobody yet. */
async function acceptOnly(count: number) {
  const service = await world.start({ DELIVERY_CONCURRENCY: '0' });
  await world.serve(service);
  const orders = [...world.orders('9001', count / 2), ...world.orders('9002', count / 2)];
  await sendAll(orders, (order) => world.send(order, service));
  for (const platform of world.icims.platforms) platform.faults.set({ kind: 'slow', ms: 100 });
  return service;
}

/** iCIMS takes its time, so that at any moment some deliveries are under way; waits until so many are done. */
async function delivered(count: number): Promise<void> {
  await eventually(`${count} are delivered`, 20_000, async () => {
    const [row] = await queryDatabase<{ done: number }>(
      database,
      "SELECT count(*)::integer AS done FROM hires WHERE state = 'delivered'",
    );
    return (row?.done ?? 0) >= count;
  });
}

/** Hires whose delivery somebody holds. */
async function leased(): Promise<string[]> {
  const held = 'SELECT hire_id FROM deliveries WHERE lease_owner IS NOT NULL';
  return (await queryDatabase<{ hire_id: string }>(database, held)).map(({ hire_id }) => hire_id);
}

async function triedAgain(hireIds: readonly string[]): Promise<boolean> {
  const again = 'SELECT FROM deliveries WHERE hire_id = ANY ($1) AND attempt = 2 AND claims = 2';
  return (await queryDatabase(database, again, [hireIds])).length > 0;
}

it(
  'replaces a killed worker within 30 seconds, its attempts counted',
  async () => {
    const chance = chanceFor('worker killed');
    const service = await acceptOnly(120);
    const worker = await world.startWorker();
    await delivered(chance.between(1, 50));

    await worker.end('SIGKILL');
    const orphans = await leased();
    await world.startWorker();
    await eventually('the orphans are tried for the second time', TAKEN_OVER_WITHIN_MS, () => triedAgain(orphans));
    await world.settle(service, 10_000);

    expect(orphans.length).toBeGreaterThan(0);
    expect(await world.ledger(service)).toEqual(balanced);
  },
  TIMEOUT_MS,
);

it(
  'takes nothing from a worker that was frozen until its leases ran out and others had taken over',
  async () => {
    const chance = chanceFor('worker frozen');
    const service = await acceptOnly(120);
    const frozen = await world.startWorker();
    await delivered(chance.between(1, 50));

    frozen.signal('SIGSTOP');
    const orphans = await leased();
    await world.startWorker();
    await world.settle(service, TAKEN_OVER_WITHIN_MS);
    frozen.signal('SIGCONT');
    await frozen.end('SIGTERM'); // what it still had in hand has ended by then

    expect(orphans.length).toBeGreaterThan(0);
    expect(await world.ledger(service)).toEqual(balanced);
  },
  TIMEOUT_MS,
);

it(
  'does nothing twice when a worker that was frozen for longer than its leases is the only one',
  async () => {
    const chance = chanceFor('only worker frozen');
    const service = await acceptOnly(120);
    const frozen = await world.startWorker();
    await delivered(chance.between(1, 50));

    frozen.signal('SIGSTOP');
    await eventually('all leases have run out', TAKEN_OVER_WITHIN_MS, async () => {
      const [row] = await queryDatabase<{ held: number }>(
        database,
        'SELECT count(*)::integer AS held FROM deliveries WHERE lease_owner IS NOT NULL AND run_at > now()',
      );
      return row?.held === 0;
    });
    frozen.signal('SIGCONT');
    await world.settle(service, TAKEN_OVER_WITHIN_MS);

    expect(await world.ledger(service)).toEqual(balanced);
  },
  TIMEOUT_MS,
);
