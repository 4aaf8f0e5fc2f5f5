import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { chanceFor } from '../support/chance.ts';
import { eventually } from '../support/eventually.ts';
import { createWorld, type World } from '../support/fault-world.ts';
import { type Attempt, balanced, type Order } from '../support/ledger.ts';
import { createOwnPostgres, type OwnPostgres } from '../support/own-postgres.ts';
import { type ConnectorProcess, endProcesses } from '../support/processes.ts';
import { readAll } from '../support/read-admin.ts';
import { sendAll } from '../support/send-all.ts';

const TIMEOUT_MS = 60_000;

let postgres: OwnPostgres;
let world: World;

beforeEach(async () => {
  postgres = await createOwnPostgres();
  await postgres.start();
  world = await createWorld({ store: { DATABASE_URL: postgres.url } });
}, TIMEOUT_MS);

afterEach(async () => {
  await postgres.thaw();
  await endProcesses();
  await world.close();
  await postgres.remove();
}, TIMEOUT_MS);

async function isReady(url: string): Promise<boolean> {
  return (await fetch(`${url}/health/ready`)).status === 200;
}

it(
  'answers 503 while PostgreSQL is away, keeps every event it acknowledged and recovers by itself',
  async () => {
    const chance = chanceFor('PostgreSQL stopped');
    const service = await world.start();
    await world.serve(service);
    const orders = [...world.orders('9001', 100), ...world.orders('9002', 100)];
    const stopAfter = chance.between(5, 150);
    let answered = 0;
    const whileDown: Attempt[] = [];
    await sendAll(orders, async (order) => {
      await world.send(order, service);
      answered += 1;
      if (answered !== stopAfter) return;
      await postgres.stopImmediately();
      await sendAll(orders.slice(-10), async (late) => whileDown.push(await world.send(late, service)));
      expect(await isReady(service.url)).toBe(false);
    });

    await postgres.start();
    await eventually('the service is ready again', 15_000, () => isReady(service.url));
    await sendAll(world.unanswered(), (order) => world.send(order, service));
    await world.settle(service);

    expect(new Set(whileDown.map(({ status }) => status))).toEqual(new Set([503]));
    expect(whileDown.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
    expect(world.unanswered()).toEqual([]);
    expect(await world.ledger(service)).toEqual(balanced);
  },
  TIMEOUT_MS,
);

it(
  'goes on, and withdraws what was rescinded, whatever way its sessions end',
  async () => {
    const service = await world.start();
    await world.serve(service);
    const orders = world.orders('9001', 90);
    await sendAll(orders, (order) => world.send(order, service));
    const disturbances = [
      () => postgres.endSessions(30),
      () => postgres.stopFast().then(() => postgres.start()),
      () => postgres.stopImmediately().then(() => postgres.start()),
    ];

    for (const [index, disturb] of disturbances.entries()) {
      const rescinded = orders.slice(index * 30, index * 30 + 30).map((order) => world.rescind(order));
      await Promise.all([sendAll(rescinded, (order) => untilAnswered(order, service), 8), disturb()]);
    }
    await world.settle(service);

    const { hires } = await readAll(service);
    expect(hires.map(({ state }) => state)).toEqual(orders.map(() => 'withdrawn'));
    expect(orders.map((order) => world.entries(order).length)).toEqual(orders.map(() => 1));
    expect(await service.end('SIGTERM')).toBe(0);
  },
  TIMEOUT_MS,
);

/** Sends again while the answer is that it cannot be served now. */
async function untilAnswered(order: Order, service: ConnectorProcess): Promise<void> {
  await eventually('the event is answered', 20_000, async () => (await world.send(order, service)).status === 200);
}

it(
  'answers 503 in time when PostgreSQL freezes, and recovers when it goes on',
  async () => {
    const service = await world.start();
    await world.serve(service);
    const [first, second] = [world.order('9001'), world.order('9001')];
    await world.send(first, service);
    await world.settle(service);

    await postgres.freeze();
    const frozen = await world.send(second, service);
    await postgres.thaw();
    await eventually('the service is ready again', 15_000, () => isReady(service.url));
    await world.send(second, service);
    await world.settle(service);

    expect(frozen.status).toBe(503);
    expect(await world.ledger(service)).toEqual(balanced);
  },
  TIMEOUT_MS,
);
