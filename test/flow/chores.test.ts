import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Chore, startChores } from '../../src/runtime/chores.ts';
import { type Failure } from '../../src/runtime/failure.ts';
import { createChoreStore } from '../../src/store/chore-store.ts';
import { createDatabase, type Database } from '../../src/store/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

let ours: TestDatabase;
let database: Database;
const running: { stop(): Promise<void> }[] = [];
const troubles: Failure[] = [];

beforeEach(async () => {
  ours = await createTestDatabase();
  database = createDatabase(ours.connection, () => undefined);
  troubles.length = 0;
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
  await database.close();
  await ours.drop();
});

/** A replica that looks often and whose leases are short. */
function replica(run: Chore['run'], { leaseMs = 400, everySeconds = 3600 } = {}): { stop(): Promise<void> } {
  const started = startChores([{ name: 'a-chore', everySeconds, run }], {
    store: createChoreStore(database),
    owner: randomUUID(),
    onTrouble: (failure) => void troubles.push(failure),
    leaseMs,
    lookEveryMs: 20,
  });
  running.push(started);
  return started;
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

describe('a chore', () => {
  it('is done by one of three replicas, once in its time', async () => {
    let runs = 0;
    const looks: Promise<unknown>[] = [];
    for (let each = 0; each < 3; each += 1) replica(() => Promise.resolve(void (runs += 1)));
    await until('the chore was done', () => runs > 0);
    // Thirty more looks of somebody else find nothing to do.
    const other = createChoreStore(database);
    for (let each = 0; each < 30; each += 1) looks.push(other.begin('a-chore', randomUUID(), 1000));
    expect(await Promise.all(looks)).not.toContain(true);
    expect(runs).toBe(1);
  });

  it('comes round again', async () => {
    let runs = 0;
    replica(() => Promise.resolve(void (runs += 1)), { everySeconds: 0.05 });
    await until('it came round three times', () => runs > 2);
  });

  it('is taken over from a process that died at it', async () => {
    expect(await createChoreStore(database).begin('a-chore', randomUUID(), 300)).toBe(true);
    let runs = 0;
    replica(() => Promise.resolve(void (runs += 1)));
    await until('the other did it', () => runs === 1);
  });

  it('is not taken over while it goes on, however long', async () => {
    let others = 0;
    let end = (): void => undefined;
    const began = new Promise<void>((resolve) => {
      replica(() => new Promise<void>((done) => (resolve(), (end = done))), { leaseMs: 200 });
    });
    await began;
    replica(() => Promise.resolve(void (others += 1)));
    const store = createChoreStore(database);
    const { rows } = await database.pool.query<{ at: Date }>("SELECT now() + interval '1 s' AS at");
    await until('a second has passed', async () => {
      expect(await store.begin('a-chore', randomUUID(), 1000)).toBe(false);
      const now = await database.pool.query<{ past: boolean }>('SELECT now() > $1 AS past', [rows[0]?.at]);
      return now.rows[0]?.past === true;
    });
    end();
    expect(others).toBe(0);
  });

  it('is told to end when somebody else has it, and does not put off the other', async () => {
    let told = false;
    const began = new Promise<void>((resolve) => {
      replica(async (signal) => {
        resolve();
        await aborted(signal);
        told = true;
      });
    });
    await began;
    const other = randomUUID();
    await database.pool.query("UPDATE chores SET owner = $1, leased_until = now() + interval '1 h'", [other]);
    await until('it was told to end', () => told);
    expect(await createChoreStore(database).extend('a-chore', other, 1000)).toBe(true);
  });

  it('that fails is told, and tried again within a minute', async () => {
    replica(() => Promise.reject(new TypeError('A bug.')));
    await until('it is due again', async () => {
      const { rows } = await database.pool.query<{ s: number }>(
        'SELECT extract(epoch FROM due_at - now())::float AS s FROM chores WHERE ended_at IS NOT NULL',
      );
      return rows[0] !== undefined && rows[0].s <= 60;
    });
    expect(troubles.map(({ code }) => code)).toEqual(['INTERNAL']);
  });

  it('under way at a stop is asked to end, waited for, and due at once', async () => {
    let ended = false;
    const began = new Promise<void>((resolve) => {
      replica(async (signal) => {
        resolve();
        await aborted(signal);
        ended = true;
      });
    });
    await began;
    await running.splice(0)[0]?.stop();
    expect(ended).toBe(true);
    expect(await createChoreStore(database).begin('a-chore', randomUUID(), 1000)).toBe(true);
  });
});
