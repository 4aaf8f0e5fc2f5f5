import { type Latency } from './health.ts';

/** A bucket is a quarter of an octave: bucket b holds 2^(b/4) ms up to 2^((b+1)/4), so its middle is within 10 %. */
const BUCKETS_AN_OCTAVE = 4;

/** Half and 95 of 100 of the durations, by how many fell into each bucket; null when there are none. */
export function toLatency(counts: ReadonlyMap<number, number>): Latency | null {
  const buckets = [...counts].sort(([one], [other]) => one - other);
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  return { p50Ms: quantile(buckets, total * 0.5), p95Ms: quantile(buckets, total * 0.95) };
}

function quantile(buckets: readonly (readonly [bucket: number, count: number])[], rank: number): number {
  let passed = 0;
  for (const [bucket, count] of buckets) {
    passed += count;
    if (passed >= rank) return Math.round(2 ** ((bucket + 0.5) / BUCKETS_AN_OCTAVE));
  }
  return 0;
}
