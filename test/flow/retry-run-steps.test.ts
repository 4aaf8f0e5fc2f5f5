import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RetryRun } from '../../src/console/retry-runs.ts';
import { createDatabase, type Database } from '../../src/store/database.ts';
import { createRetryRunStore } from '../../src/store/retry-run-store.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { parkHires } from '../support/park-hires.ts';
import { queryDatabase } from '../support/query-database.ts';

let ours: TestDatabase;
const processes: Database[] = [];

beforeEach(async () => {
  ours = await createTestDatabase();
  await run("INSERT INTO platforms VALUES ('9001', 1, '', now()), ('9002', 1, '', now())");
});

afterEach(async () => {
  await Promise.all(processes.splice(0).map((each) => each.close()));
  await ours.drop();
});

const run = <Row extends Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  queryDatabase<Row>(ours, text, values);

/** The store as a process of its own has it. */
function aProcess() {
  const database = createDatabase(ours.connection, () => undefined);
  processes.push(database);
  return createRetryRunStore(database);
}

const wish = { customerId: '9001', codes: null, parkedFrom: null, parkedTo: null, actor: 'olga', at: new Date() };
const step = ({ id }: RetryRun, by = aProcess()): Promise<void> => by.step(id, new Date());

async function countsOf({ id }: RetryRun): Promise<RetryRun['counts']> {
  return (await aProcess().find('9001', id)).counts;
}

/** As if the last step had been so long ago. */
const wait = (seconds: number) => run(`UPDATE retry_runs SET next_at = next_at - $1 * interval '1 second'`, [seconds]);

async function released(): Promise<string[]> {
  const rows = await run<{ subject: string }>(`SELECT subject FROM audit WHERE action = 'hire.retried' ORDER BY id`);
  return rows.map(({ subject }) => subject);
}

describe('the steps of a retry run', () => {
  it('release those that were parked first, at its pace', async () => {
    const [first = '', ...others] = await parkHires(ours, { count: 30 });
    const started = await aProcess().start({ ...wish, perMinute: 60 });

    await step(started);
    expect(await released()).toEqual([first]);
    await wait(4);
    await step(started);

    expect(new Set(await released())).toEqual(new Set([first, ...others.slice(0, 4)]));
    expect(await countsOf(started)).toMatchObject({ chosen: 30, released: 5, skipped: 0 });
  });

  it('are never taken by two processes at once, and ten of them release no more than one', async () => {
    await parkHires(ours, { count: 200 });
    const started = await aProcess().start({ ...wish, perMinute: 60 });
    const ten = Array.from({ length: 10 }, aProcess);

    for (let round = 0; round < 5; round += 1) {
      await wait(2);
      await Promise.all(ten.map((each) => step(started, each)));
    }

    const all = await released();
    // The first is due at once, then two a round; the rounds themselves take some moments more.
    expect(all.length).toBeGreaterThanOrEqual(11);
    expect(all.length).toBeLessThanOrEqual(14);
    expect(new Set(all).size).toBe(all.length);
  });

  it('release no hour’s worth after an hour in which no process ran', async () => {
    await parkHires(ours, { count: 200 });
    const started = await aProcess().start({ ...wish, perMinute: 60 });
    await step(started);

    await wait(3_600);
    await step(started);
    await step(started);

    expect((await released()).length).toBeLessThanOrEqual(8);
    expect((await released()).length).toBeGreaterThanOrEqual(6);
  });

  it('cut off before their commit have released nothing, and the next takes all of it', async () => {
    await parkHires(ours, { count: 10 });
    const started = await aProcess().start({ ...wish, perMinute: 60 });
    await run(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$;
      CREATE TRIGGER cut BEFORE UPDATE ON retry_runs FOR EACH ROW EXECUTE FUNCTION fail()`);

    await expect(step(started)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await released()).toEqual([]);
    await run('DROP TRIGGER cut ON retry_runs');
    await step(started);

    expect(await released()).toHaveLength(1);
    expect(await countsOf(started)).toMatchObject({ released: 1 });
  });

  it('skip what was delivered, withdrawn or parked for another cause meanwhile, and lose no time over it', async () => {
    const [delivered, withdrawn, other, gone, last] = await parkHires(ours, { count: 5 });
    const started = await aProcess().start({ ...wish, codes: ['CASE_SYSTEM_ACCESS'], perMinute: 1 });
    await run(`UPDATE hires SET state = 'delivered' WHERE id = $1`, [delivered]);
    await run(`UPDATE hires SET state = 'withdrawn' WHERE id = $1`, [withdrawn]);
    await run(`UPDATE hires SET reason_code = 'ICIMS_ACCESS' WHERE id = $1`, [other]);
    await run('DELETE FROM hires WHERE id = $1', [gone]);

    await step(started);

    expect(await released()).toEqual([last]);
    expect(await aProcess().find('9001', started.id)).toMatchObject({
      state: 'finished',
      counts: { chosen: 5, released: 1, skipped: 4 },
    });
  });

  it('wait while a minute’s worth is under way, and go on when some of it is done', async () => {
    const ids = await parkHires(ours, { count: 150 });
    const started = await aProcess().start({ ...wish, perMinute: 100 });
    for (let round = 0; round < 30; round += 1) {
      await wait(4);
      await step(started);
    }
    expect(await released()).toHaveLength(100);
    expect(await aProcess().find('9001', started.id)).toMatchObject({ waitsFor: 'deliveries', state: 'running' });

    await run(`DELETE FROM deliveries WHERE hire_id = ANY ($1)`, [ids.slice(0, 3)]);
    await run(`UPDATE hires SET state = 'delivered' WHERE id = ANY ($1)`, [ids.slice(0, 3)]);
    await wait(4);
    await step(started);

    expect(await released()).toHaveLength(103);
    expect(await countsOf(started)).toMatchObject({ released: 103, delivered: 3 });
  });

  it('tell of what was released also after the end, until nothing is left to hear', async () => {
    const [delivered, parked, withdrawn, erased] = await parkHires(ours, { count: 4 });
    const started = await aProcess().start({ ...wish, perMinute: 3_000 });
    await wait(1);
    await step(started);
    expect(await aProcess().underWay()).toEqual([{ id: started.id, customerId: '9001' }]);

    await run(`UPDATE hires SET state = 'delivered' WHERE id = $1`, [delivered]);
    await run(`UPDATE hires SET state = 'withdrawn' WHERE id = $1`, [withdrawn]);
    await run(`UPDATE hires SET state = 'parked', reason_code = 'CASE_SYSTEM_ACCESS' WHERE id = $1`, [parked]);
    await run(`DELETE FROM deliveries WHERE hire_id <> $1`, [parked]);
    await run('DELETE FROM hires WHERE id = $1', [erased]);
    await run('DELETE FROM retry_run_hires WHERE hire_id = $1', [erased]);
    await step(started);

    expect(await countsOf(started)).toMatchObject({ delivered: 1, parkedAgain: 1, withdrawn: 2 });
    expect(await aProcess().underWay()).toEqual([]);
    expect(await run('SELECT FROM retry_run_hires')).toEqual([]);
    expect(await released()).toHaveLength(4);
  });
});
