import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPrivatePostgres } from '../../src/store/private-postgres.ts';
import { type Chance, chanceFor } from '../support/chance.ts';
import { createWorld, type World } from '../support/fault-world.ts';
import { balanced, type Order } from '../support/ledger.ts';
import { type ConnectorProcess, endProcesses } from '../support/processes.ts';
import { sendAll } from '../support/send-all.ts';

const BURST = 200;
const TIMEOUT_MS = 60_000;

let parent: string;
let dataDir: string;
let world: World;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'connector-killed-'));
  dataDir = join(parent, 'data');
  world = await createWorld({ store: { DATA_DIR: dataDir } });
});

afterEach(async () => {
  await endProcesses();
  await (await startPrivatePostgres({ dataDir, log: () => undefined })).stop();
  await world.close();
  await rm(parent, { recursive: true, force: true });
}, TIMEOUT_MS);

/** Sends the orders and kills the service after a random number of answers. */
async function killWithin(
  orders: readonly Order[],
  service: ConnectorProcess,
  { chance, alsoKill = () => Promise.resolve() }: { chance: Chance; alsoKill?: () => Promise<void> },
): Promise<void> {
  const killAfter = chance.between(5, orders.length - 5);
  let answers = 0;
  await sendAll(orders, async (order) => {
    await world.send(order, service);
    answers += 1;
    if (answers === killAfter) await Promise.all([service.end('SIGKILL'), alsoKill()]);
  });
}

/** Starts again, sends again what no answer was received for, and waits until all is delivered. */
async function recover(): Promise<ConnectorProcess> {
  const service = await world.start();
  await sendAll(world.unanswered(), (order) => world.send(order, service));
  await world.settle(service);
  return service;
}

it(
  'loses and doubles nothing when the service is killed in the middle of a burst',
  async () => {
    const chance = chanceFor('service killed');
    const service = await world.start();
    await world.serve(service);
    const orders = [...world.orders('9001', BURST / 2), ...world.orders('9002', BURST / 2)];

    await killWithin(orders, service, { chance });
    const next = await recover();

    expect(world.unanswered()).toEqual([]);
    expect(await world.ledger(next)).toEqual(balanced);
  },
  TIMEOUT_MS,
);

it(
  'loses and doubles nothing when its PostgreSQL is killed with it',
  async () => {
    const chance = chanceFor('service and PostgreSQL killed');
    const service = await world.start();
    await world.serve(service);
    const orders = [...world.orders('9001', BURST / 2), ...world.orders('9002', BURST / 2)];

    await killWithin(orders, service, { chance, alsoKill: killPostmaster });
    const next = await recover();

    expect(world.unanswered()).toEqual([]);
    expect(await world.ledger(next)).toEqual(balanced);
  },
  TIMEOUT_MS,
);

it(
  'loses and doubles nothing when it is killed again and again',
  async () => {
    const chance = chanceFor('service killed again and again');
    const first = await world.start();
    await world.serve(first);
    await killWithin([...world.orders('9001', 60), ...world.orders('9002', 60)], first, { chance });
    await killWithin([...world.unanswered(), ...world.orders('9001', 20)], await world.start(), { chance });
    await killWithin([...world.unanswered(), ...world.orders('9002', 20)], await world.start(), { chance });

    const next = await recover();

    expect(world.unanswered()).toEqual([]);
    expect(await world.ledger(next)).toEqual(balanced);
  },
  TIMEOUT_MS,
);

async function killPostmaster(): Promise<void> {
  process.kill(Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')), 'SIGKILL');
}
