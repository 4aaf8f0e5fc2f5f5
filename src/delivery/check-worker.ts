import { Failure } from '../runtime/failure.ts';

/** Far beyond what a database in trouble can hold up a look for: its statements end within some 40 seconds. */
const STALLED_AFTER_MS = 90_000;

/** Throws `unavailable` WORKER_STALLED when a worker has not looked for work for so long that it never will again. */
export function checkWorker(sinceLookMs: number): void {
  if (sinceLookMs < STALLED_AFTER_MS) return;
  const sentence = `No look for deliveries in ${Math.round(sinceLookMs / 1000)} seconds.`;
  throw new Failure('unavailable', 'WORKER_STALLED', sentence);
}
