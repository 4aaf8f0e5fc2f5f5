import { describe, expect, it } from '@jest/globals';
import { type HealthCount, type HealthNow } from '../../../src/health/health-store.ts';
import { toLatency } from '../../../src/health/latency-buckets.ts';
import { toHealth } from '../../../src/health/read-health.ts';
import { toSecretAges } from '../../../src/health/secret-ages.ts';

const now = new Date('2031-05-20T12:00:00Z');
const from = new Date('2031-05-19T12:00:00Z');
const nothing: HealthNow = { parked: 0, late: 0, depth: 0, oldestSeconds: null, missed: 0, lastEventAt: null };
const count = (measure: string, kind: string, amount: number, at: Date | null = from): HealthCount => ({
  at,
  measure,
  kind,
  amount,
});
const health = (counts: readonly HealthCount[], current: Partial<HealthNow> = {}) =>
  toHealth(counts, { ...nothing, ...current }, { window: '24h', from, now });

describe('a figure without data', () => {
  it('is null and never 100 %', () => {
    const { success, firing, latency, completeness } = health([]);

    expect([success.rate, firing.rate, latency.answer, latency.whole]).toEqual([null, null, null, null]);
    expect(completeness).toEqual([]);
  });

  it('is null for a category that needs nothing', () => {
    const { completeness } = health([
      count('completeness.hires', 'Other', 2),
      count('completeness.needed', 'Other', 0),
    ]);

    expect(completeness).toEqual([{ visaCategory: 'Other', hires: 2, rate: null }]);
  });
});

describe('the success rate', () => {
  it('counts as failures what is parked, late or could not be served, and not what was refused', () => {
    const counts = [count('delivered', '', 90), count('event', 'failed', 4), count('event', 'refused', 50)];

    expect(health(counts, { parked: 5, late: 1 }).success).toMatchObject({ rate: 0.9, parked: 5, late: 1 });
  });

  it('is 0 when nothing got through', () => {
    expect(health([], { parked: 1 }).success.rate).toBe(0);
  });
});

describe('the firing rate', () => {
  it('is the share of what iCIMS search showed that no event was missing for', () => {
    expect(health([count('reconciled', '', 50)], { missed: 2 }).firing).toEqual({ rate: 0.96, seen: 50, missed: 2 });
  });
});

describe('latency', () => {
  it('is read from buckets within 10 %', () => {
    const times = Array.from({ length: 1_000 }, (_one, at) => at + 1);
    const buckets = new Map<number, number>();
    for (const ms of times) {
      const bucket = Math.floor(4 * Math.log2(ms));
      buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
    }

    const { p50Ms, p95Ms } = toLatency(buckets) ?? { p50Ms: 0, p95Ms: 0 };

    expect(Math.abs(p50Ms - 500) / 500).toBeLessThan(0.1);
    expect(Math.abs(p95Ms - 950) / 950).toBeLessThan(0.1);
  });
});

describe('the series', () => {
  it('has one point a time, oldest first, with what was not counted as 0', () => {
    const later = new Date('2031-05-20T08:00:00Z');
    const { series } = health([
      count('event', 'accepted', 3, later),
      count('delivered', '', 2),
      count('event', 'failed', 1),
    ]);

    expect(series).toEqual([
      { at: from, accepted: 0, ignored: 0, refused: 0, failed: 1, delivered: 2 },
      { at: later, accepted: 3, ignored: 0, refused: 0, failed: 0, delivered: 0 },
    ]);
  });
});

describe('secrets', () => {
  const secret = (place: string, since: string, customerId = '9001') => ({
    customerId,
    secret: place,
    since: new Date(since),
  });
  const advice = (...known: ReturnType<typeof secret>[]) => toSecretAges(known, now).map((each) => each.advice);

  it('are to be rotated after eleven months', () => {
    expect(
      advice(secret('/icims/auth/clientSecret', '2030-06-01'), secret('/caseSystem/secret', '2031-05-01')),
    ).toEqual(['rotate', 'none']);
  });

  it('are to be removed when their successor is in use for more than a week', () => {
    const old = secret('/inbound/basic/1/password', '2031-01-01');

    expect(advice(secret('/inbound/basic/0/password', '2031-05-01'), old)).toEqual(['none', 'remove-old']);
    expect(advice(secret('/inbound/basic/0/password', '2031-05-18'), old)).toEqual(['none', 'none']);
    expect(advice(secret('/inbound/hmac/0/key', '2031-05-01'), old)).toEqual(['none', 'none']);
    expect(advice(secret('/inbound/basic/0/password', '2031-05-01', '9002'), old)).toEqual(['none', 'none']);
  });
});
