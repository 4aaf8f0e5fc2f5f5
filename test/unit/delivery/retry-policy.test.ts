import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterFailure, hasLostItsWorkers } from '../../../src/delivery/retry-policy.ts';
import { Failure, type FailureKind } from '../../../src/runtime/failure.ts';

const HOUR_MS = 3_600_000;
const now = new Date('2026-11-20T10:00:00Z');
const tries = { attempt: 1, firstFailedAt: null, now, random: 0.5 };
const failing = (kind: FailureKind, retryAfterMs?: number): Failure =>
  new Failure(kind, 'SOME_CODE', 'A sentence.', retryAfterMs === undefined ? {} : { retryAfterMs });

describe('after a failure', () => {
  it.each<FailureKind>(['invalid', 'missing', 'duplicate', 'unauthenticated', 'rejected'])(
    '%s parks at once',
    (kind) => {
      expect(afterFailure(failing(kind), tries)).toEqual({
        next: 'park',
        reason: { code: 'SOME_CODE', sentence: 'A sentence.' },
      });
    },
  );

  it.each([
    [1, 1_500],
    [2, 3_000],
    [3, 6_000],
    [10, 768_000],
    [30, 0.75 * HOUR_MS],
  ])('attempt %i waits %i ms with half of the jitter', (attempt, afterMs) => {
    expect(afterFailure(failing('unavailable'), { ...tries, attempt })).toEqual({ next: 'retry', afterMs });
  });

  it('waits as long as it is asked to, and never longer than an hour', () => {
    expect(afterFailure(failing('unavailable', 120_000), tries)).toEqual({ next: 'retry', afterMs: 120_000 });
    expect(afterFailure(failing('unavailable', 365 * 24 * HOUR_MS), tries)).toEqual({
      next: 'retry',
      afterMs: HOUR_MS,
    });
    expect(afterFailure(failing('unavailable', 1), tries)).toEqual({ next: 'retry', afterMs: 1_500 });
  });

  it('goes on for at least 72 hours, and gives up in the end', () => {
    const failedSince = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);

    expect(afterFailure(failing('unavailable'), { ...tries, attempt: 90, firstFailedAt: failedSince(73) }).next).toBe(
      'retry',
    );
    expect(
      afterFailure(failing('unavailable'), { ...tries, attempt: 90, firstFailedAt: failedSince(81) }),
    ).toMatchObject({
      next: 'park',
      reason: { code: 'SOME_CODE', sentence: 'Tried 90 times without success. A sentence.' },
    });
  });

  it('gives up on a defect of ours after a few tries', () => {
    expect(afterFailure(failing('defect'), { ...tries, attempt: 7 }).next).toBe('retry');
    expect(afterFailure(failing('defect'), { ...tries, attempt: 8 }).next).toBe('park');
  });

  it('always waits between half a second and an hour', () => {
    const attempts = fc.integer({ min: 1, max: 2_000 });
    const chances = fc.double({ min: 0, max: 0.999, noNaN: true });
    const asked = fc.option(fc.integer({ min: 0, max: 1e12 }), { nil: undefined });
    fc.assert(
      fc.property(attempts, chances, asked, (attempt, random, retryAfterMs) => {
        const move = afterFailure(failing('unavailable', retryAfterMs), { ...tries, attempt, random });
        return move.next === 'retry' && move.afterMs >= 500 && move.afterMs <= HOUR_MS;
      }),
    );
  });

  it('never waits shorter after one more attempt, nor when asked to wait longer', () => {
    const attempts = fc.integer({ min: 1, max: 2_000 });
    const chances = fc.double({ min: 0, max: 0.999, noNaN: true });
    const asked = fc.integer({ min: 0, max: 10 * HOUR_MS });
    const waitMs = (attempt: number, random: number, retryAfterMs: number): number => {
      const move = afterFailure(failing('unavailable', retryAfterMs), { ...tries, attempt, random });
      return move.next === 'retry' ? move.afterMs : Number.NaN;
    };
    fc.assert(
      fc.property(attempts, chances, asked, asked, (attempt, random, one, other) => {
        expect(waitMs(attempt + 1, random, one)).toBeGreaterThanOrEqual(waitMs(attempt, random, one));
        const [shorter, longer] = [Math.min(one, other), Math.max(one, other)];
        expect(waitMs(attempt, random, longer)).toBeGreaterThanOrEqual(waitMs(attempt, random, shorter));
      }),
    );
  });

  it('lives through any outage of three days, asks at least once an hour, and parks before the fourth has passed', () => {
    const chances = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
    const asked = fc.infiniteStream(fc.option(fc.integer({ min: 0, max: 1e10 }), { nil: undefined }));
    fc.assert(
      fc.property(chances, asked, (randoms, askedFor) => {
        let at = 0;
        for (let attempt = 1; ; attempt += 1) {
          const moment = { now: new Date(now.getTime() + at), firstFailedAt: attempt === 1 ? null : now };
          const random = Number(randoms.next().value);
          const move = afterFailure(failing('unavailable', askedFor.next().value as number | undefined), {
            attempt,
            random,
            ...moment,
          });
          if (move.next !== 'retry') break;
          at += move.afterMs;
        }
        expect(at).toBeGreaterThanOrEqual(72 * HOUR_MS);
        expect(at).toBeLessThanOrEqual(96 * HOUR_MS);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a delivery whose workers ended without a word', () => {
  it.each([
    [10, null, false],
    [11, null, true],
    [11, now, false],
  ])('is set aside after ten of them: attempt %i, failed since %s, is %s', (attempt, firstFailedAt, isSetAside) => {
    expect(hasLostItsWorkers({ attempt, firstFailedAt })).toBe(isSetAside);
  });
});
