/** How often a retry run is taken further. */
export const STEP_EVERY_SECONDS = 2;

/** What a step came too late for, it may catch up with; what was missed beyond that, in a pause, is never poured out. */
const CATCH_UP_MS = 5_000;
const MINUTE_MS = 60_000;
const LEAST_UNDER_WAY = 100;

/** Where a retry run stands, by the clock of the database: the only one that all processes share. */
export interface Pace {
  /** Hires a minute. */
  readonly perMinute: number;
  /** When the next hire is due. */
  readonly nextAt: Date;
  readonly now: Date;
  /** Released and neither delivered nor parked again. */
  readonly underWay: number;
}

/**
 * How many hires a run may release now, and when the one after them is due. Hires are due one interval after the other, so
 * that whoever takes the steps, however often, the pace is the same.
 */
export function dueHires({ perMinute, nextAt, now, underWay }: Pace): {
  readonly count: number;
  readonly nextAt: Date;
} {
  const intervalMs = MINUTE_MS / perMinute;
  const fromMs = Math.max(nextAt.getTime(), now.getTime() - CATCH_UP_MS);
  const due = Math.floor((now.getTime() - fromMs) / intervalMs) + 1;
  const count = Math.max(0, Math.min(due, mostUnderWay(perMinute) - underWay));
  return { count, nextAt: count === 0 ? nextAt : new Date(Math.ceil(fromMs + count * intervalMs)) };
}

/**
 * A minute's worth: what the case system is slow with, or down for, is not heaped up before new hires, which queue behind
 * it.
 */
export function mostUnderWay(perMinute: number): number {
  return Math.max(LEAST_UNDER_WAY, perMinute);
}
