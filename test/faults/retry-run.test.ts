import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { adminOf } from '../support/admin.ts';
import { SECRETS } from '../support/canaries.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { createWorld, type World } from '../support/fault-world.ts';
import { parkHires } from '../support/park-hires.ts';
import { endProcesses } from '../support/processes.ts';
import { queryDatabase } from '../support/query-database.ts';

type Run = components['schemas']['RetryRun'];

const TIMEOUT_MS = 90_000;
/** `RETRY_HIRES=50000` plays the size that the list of faults names; at this pace it takes 17 minutes. */
const HIRES = Number(process.env['RETRY_HIRES'] ?? '400');
const PER_MINUTE = 3_000;
const CATCH_UP_MS = 5_000;
const IN_FULL_MS = (HIRES / PER_MINUTE) * 60_000 * 1.5;

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

/** When each hire was put back to work, in milliseconds and in order; by the clock of the database. */
async function releases(): Promise<{ readonly subjects: string[]; readonly atMs: number[] }> {
  const rows = await queryDatabase<{ subject: string; at: Date }>(
    database,
    `SELECT subject, at FROM audit WHERE action = 'hire.retried' ORDER BY at, id`,
  );
  return { subjects: rows.map(({ subject }) => subject), atMs: rows.map(({ at }) => at.getTime()) };
}

/** How many more were released over any stretch of time than the pace allows, with what a late step may catch up with. */
function mostAbovePace(atMs: readonly number[]): number {
  const perMs = PER_MINUTE / 60_000;
  let [most, floor] = [-Infinity, Infinity];
  atMs.forEach((ms, index) => {
    floor = Math.min(floor, index - ms * perMs);
    most = Math.max(most, index + 1 - ms * perMs - floor);
  });
  return most - CATCH_UP_MS * perMs - 1;
}

it(
  'retries many at its pace, each once, though one of two processes is killed; new hires go by; and it can be cancelled',
  async () => {
    const [killed, other] = await Promise.all([world.start(), world.start()]);
    await world.serve(other);
    await Promise.all([world.knows(killed), world.knows(other)]);
    const ids = await parkHires(database, { count: HIRES });
    const left = await parkHires(database, { count: 50, code: 'ICIMS_ACCESS' });
    const admin = adminOf(other.url, SECRETS.adminToken);
    const runs = '/api/v1/platforms/9001/retry-runs';
    const start = async (body: object): Promise<Run> =>
      (await admin.post(runs, { perMinute: PER_MINUTE, ...body }).expect(201)).body as Run;
    const read = async ({ id }: Run): Promise<Run> => (await admin.get(`${runs}/${id}`).expect(200)).body as Run;

    const run = await start({ codes: ['CASE_SYSTEM_ACCESS'] });
    await eventually('a quarter is released', IN_FULL_MS, async () => (await read(run)).counts.released >= HIRES / 4);
    await killed.end('SIGKILL');
    // As if the minute had passed in which a chore waits for whom it was lent to.
    await queryDatabase(database, `UPDATE chores SET leased_until = now() WHERE name = 'retry-runs'`);
    const { reference } = await world.send(world.order('9001'), other);
    await admin.hireIn('delivered', reference);
    expect((await read(run)).state).toBe('running');
    await world.start();
    let last = run;
    await eventually('all are delivered', TIMEOUT_MS + IN_FULL_MS, async () => {
      last = await read(run);
      return last.counts.delivered === HIRES;
    });

    const { subjects, atMs } = await releases();
    expect(last).toMatchObject({ state: 'finished', counts: { chosen: HIRES, released: HIRES, skipped: 0 } });
    expect([...subjects].sort()).toEqual([...ids].sort());
    expect(mostAbovePace(atMs)).toBeLessThanOrEqual(0);

    const next = await start({ perMinute: 60 });
    await admin.post(`${runs}/${next.id}/cancel`).expect(200);
    const { counts } = await read(next);
    expect(counts.chosen).toBe(left.length);
    const parked = await queryDatabase(database, `SELECT FROM hires WHERE state = 'parked'`);
    expect(parked).toHaveLength(left.length - counts.released);
  },
  TIMEOUT_MS + 2 * IN_FULL_MS,
);
