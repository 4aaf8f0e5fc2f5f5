import { describe, expect, it } from '@jest/globals';
import { afterFailedNotice } from '../../../src/alerts/notice-policy.ts';
import { Failure } from '../../../src/runtime/failure.ts';
import { NOW } from './a-situation.ts';

const down = new Failure('unavailable', 'MAIL_UNAVAILABLE', 'down');

describe('what follows a failed message', () => {
  it('is another attempt with growing pauses, at most an hour', () => {
    const waits = [1, 2, 3, 20].map((attempt) => afterFailedNotice(down, { attempt, madeAt: NOW }, NOW));

    expect(waits).toEqual(
      [60_000, 120_000, 240_000, 3_600_000].map((againInMs) => ({
        state: 'pending',
        code: 'MAIL_UNAVAILABLE',
        againInMs,
      })),
    );
  });

  it('is nothing after a day, or when the other side refuses for good', () => {
    const yesterday = { attempt: 30, madeAt: new Date(NOW.getTime() - 86_400_000) };

    expect(afterFailedNotice(down, yesterday, NOW)).toEqual({ state: 'failed', code: 'MAIL_UNAVAILABLE' });
    expect(afterFailedNotice(new Failure('rejected', 'MAIL_REFUSED', 'no'), { attempt: 1, madeAt: NOW }, NOW)).toEqual({
      state: 'failed',
      code: 'MAIL_REFUSED',
    });
  });
});
