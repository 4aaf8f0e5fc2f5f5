import { describe, expect, it } from '@jest/globals';
import { createCallerRate } from '../../../src/intake/caller-rate.ts';

const aCaller = (customerId: string) =>
  ({ scheme: 'basic', name: 'icims', customerIds: new Set([customerId]) }) as const;
/** The same name on two platforms, each with a secret of its own. */
const one = aCaller('9001');
const other = aCaller('9002');

describe('the rate of a caller', () => {
  it('lets a burst of ten seconds through, then says how long to wait', () => {
    const rate = createCallerRate(2);
    for (let sent = 0; sent < 20; sent += 1) rate.take(one, 0);

    expect(() => rate.take(one, 0)).toThrow(expect.objectContaining({ code: 'TOO_MANY', retryAfterMs: 500 }));
  });

  it('fills up with time, and not beyond the burst', () => {
    const rate = createCallerRate(1);
    for (let sent = 0; sent < 10; sent += 1) rate.take(one, 0);
    rate.take(one, 1_000);
    expect(() => rate.take(one, 1_500)).toThrow();
    for (let sent = 0; sent < 10; sent += 1) rate.take(one, 3_600_000);
    expect(() => rate.take(one, 3_600_000)).toThrow();
  });

  it('does not count one caller for another, nor a clock that went back', () => {
    const rate = createCallerRate(1);
    for (let sent = 0; sent < 10; sent += 1) rate.take(one, 10_000);
    expect(() => rate.take(one, 0)).toThrow();
    expect(() => rate.take(other, 0)).not.toThrow();
  });
});
