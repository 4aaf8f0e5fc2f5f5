import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueHires, mostUnderWay } from '../../../src/delivery/retry-pace.ts';

const start = new Date('2026-11-20T10:00:00Z');
const after = (ms: number): Date => new Date(start.getTime() + ms);
const CATCH_UP_MS = 5_000;

/** Steps so many milliseconds after each other; answers how many were released at each. */
function play(perMinute: number, pausesMs: readonly number[]): { readonly counts: number[]; readonly lastMs: number } {
  let [nextAt, atMs] = [start, 0];
  const counts = pausesMs.map((pauseMs) => {
    atMs += pauseMs;
    const due = dueHires({ perMinute, nextAt, now: after(atMs), underWay: 0 });
    ({ nextAt } = due);
    return due.count;
  });
  return { counts, lastMs: atMs };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

describe('the pace of a retry run', () => {
  it('begins at once, and goes on one interval after the other', () => {
    expect(play(60, [0, 500, 499, 1, 2_000])).toMatchObject({ counts: [1, 0, 0, 1, 2] });
  });

  it('does not pour out what an hour of standing still would have been worth', () => {
    expect(play(60, [0, 3_600_000, 1_000])).toMatchObject({ counts: [1, 6, 1] });
    expect(play(1, [0, 3_600_000, 1_000, 59_000])).toMatchObject({ counts: [1, 1, 0, 1] });
  });

  it('is never faster than it says, however often and by whomever the steps are taken', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 }),
        fc.nat(),
        (perMinute, pauses, from) => {
          const { counts } = play(perMinute, pauses);
          // Over any stretch of steps: what fits into its time, and what the first of them may catch up with.
          const first = from % pauses.length;
          const stretchMs = sum(pauses.slice(first + 1));
          const intervalMs = 60_000 / perMinute;
          expect(sum(counts.slice(first))).toBeLessThanOrEqual((stretchMs + CATCH_UP_MS) / intervalMs + 1);
        },
      ),
    );
  });

  it('is kept as long as somebody looks in time', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.array(fc.integer({ min: 1, max: CATCH_UP_MS }), { minLength: 1, maxLength: 60 }),
        (perMinute, pauses) => {
          const { counts, lastMs } = play(perMinute, pauses);
          const intervalMs = 60_000 / perMinute;
          // Times are kept in whole milliseconds, so that each step may cost one.
          expect(sum(counts)).toBeGreaterThanOrEqual(Math.floor((lastMs - pauses.length) / intervalMs));
        },
      ),
    );
  });

  it('stands still while a minute’s worth is under way, and loses none of its turns', () => {
    const full = { perMinute: 600, nextAt: start, now: after(1_000), underWay: mostUnderWay(600) };
    expect(dueHires(full)).toEqual({ count: 0, nextAt: start });
    expect(dueHires({ ...full, underWay: 597 }).count).toBe(3);
    expect(mostUnderWay(1)).toBe(100);
  });
});
