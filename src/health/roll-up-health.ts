import { type HealthStore } from './health-store.ts';

const HOUR_MS = 3_600_000;
/** No transaction lasts that long, and no clock of a replica is so far off: such an hour changes no more. */
const SETTLES_AFTER_MS = 10 * 60_000;

/** Counts every hour that is over, oldest first, so that figures of a month need not look at every hire. */
export async function rollUpHealth(store: HealthStore, now: Date, signal: AbortSignal): Promise<void> {
  const begin = (await store.settledUntil()) ?? (await store.firstEventAt()) ?? now;
  let hour = Math.floor(begin.getTime() / HOUR_MS) * HOUR_MS;
  while (!signal.aborted && hour + HOUR_MS + SETTLES_AFTER_MS <= now.getTime()) {
    await store.settleHour(new Date(hour));
    hour += HOUR_MS;
  }
}
