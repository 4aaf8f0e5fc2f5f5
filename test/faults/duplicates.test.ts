import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createWorld, type World } from '../support/fault-world.ts';
import { balanced } from '../support/ledger.ts';
import { endProcesses } from '../support/processes.ts';
import { readAll } from '../support/read-admin.ts';

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
});

it.each(['9001', '9002'])(
  'accepts one of 200 equal events that two processes receive at once (platform %s)',
  async (customerId) => {
    const services = await Promise.all([world.start(), world.start()]);
    await world.serve(services[0]);
    await world.knows(services[1]);
    const order = world.order(customerId);
    const { calls } = world.icims.platform(customerId);
    calls.reset();

    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => world.send(order, services[index % 2 === 0 ? 0 : 1])),
    );
    const { people = 0, jobs = 0, companies = 0, applicantworkflows = 0 } = calls.counts().reads;
    await world.settle(services[0]);

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ code, status }) => status === 400 && code === 'DUPLICATE_REQUEST')).toHaveLength(199);
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    expect((await readAll(services[1])).hires).toHaveLength(1);
    expect(people + jobs + companies + applicantworkflows).toBeLessThanOrEqual(12);
    expect(await world.ledger(services[0])).toEqual(balanced);
  },
);
