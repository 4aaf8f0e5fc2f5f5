import { setTimeout as delay } from 'node:timers/promises';
import { type AdminClient } from '../../sandbox/admin-client.ts';

/** What a guided run works with. */
export interface RealStage {
  readonly admin: AdminClient;
  readonly customerId: string;
  /** For one use case. */
  readonly waitMs: number;
  readonly pollMs: number;
  /** Aborted by Ctrl-C: what was taken is kept. */
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

const TELL_EVERY_MS = 15_000;

/** Looks again and again, telling every 15 seconds that it still waits. Null: the time is over, or the person ended it. */
export async function lookUntil<Found>(
  stage: Omit<RealStage, 'admin' | 'customerId'>,
  look: () => Promise<Found | null>,
): Promise<Found | null> {
  const { waitMs, pollMs, signal, report } = stage;
  const startedAt = Date.now();
  let toldAt = startedAt;
  while (!signal.aborted) {
    const found = await look().catch((thrown: unknown) => {
      report(`    the connector could not be asked (${String(thrown)}); asking again`);
      return null;
    });
    if (found !== null || Date.now() - startedAt >= waitMs) return found;
    if (Date.now() - toldAt >= TELL_EVERY_MS) {
      toldAt = Date.now();
      report(`    still waiting: ${minutes(toldAt - startedAt)} of ${minutes(waitMs)}`);
    }
    await delay(pollMs, undefined, { signal }).catch(() => undefined);
  }
  return null;
}

function minutes(ms: number): string {
  return `${Math.floor(ms / 60_000)}:${String(Math.floor((ms % 60_000) / 1000)).padStart(2, '0')} min`;
}
