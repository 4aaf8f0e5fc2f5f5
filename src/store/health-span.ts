import { type HealthScope } from '../health/health.ts';

const HOUR_MS = 3_600_000;
/** Longer under way is late. */
export const LATE_MS = 15 * 60_000;

/** What COUNTS asks for. */
export function spanValues(from: Date, to: Date, scope: HealthScope): unknown[] {
  const ids = [lowestId(from.getTime() - HOUR_MS), lowestId(to.getTime() + HOUR_MS)];
  return [from, to, ...ids, scope ?? null];
}

/** Where the rollup ends and counting on the spot begins, for figures since `from`. */
export function boundary(from: Date, settled: Date | null): Date {
  return settled === null || settled < from ? from : settled;
}

/** Clocks of replicas differ a little: what is of the next minute counts as now. */
export function soon(now: Date): Date {
  return new Date(now.getTime() + 60_000);
}

/** The lowest UUIDv7 of a millisecond. */
export function lowestId(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
