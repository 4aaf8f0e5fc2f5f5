import { type Failure, type FailureKind } from '../runtime/failure.ts';
import { type NextMove } from './delivery-store.ts';

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60 * 60_000;
/** An outage over a long weekend must not park anything: 72 hours is asked for, 80 leave room for the last wait. */
const GIVE_UP_AFTER_MS = 80 * 60 * 60_000;

/** Which failures pass by themselves. The others park at once: a person must act. */
const canPass = {
  invalid: false,
  missing: false,
  duplicate: false,
  unauthenticated: false,
  unavailable: true,
  rejected: false,
  defect: true,
} as const satisfies Record<FailureKind, boolean>;

/** A defect of ours is worth a few tries (a deploy may mend it), not three days of them. */
const MAX_DEFECT_ATTEMPTS = 8;

/** A deploy, an eviction and a crash or two are bad luck; beyond that the next worker would die over it, too. */
const MAX_WORKERS_LOST = 10;

/** Whether so many claims ended without a word, not even of a failure, that this delivery must wait for a person. */
export function hasLostItsWorkers({ attempt, firstFailedAt }: Pick<TriesSoFar, 'attempt' | 'firstFailedAt'>): boolean {
  return firstFailedAt === null && attempt > MAX_WORKERS_LOST;
}

/** What the policy knows of the tries so far. `random` is in [0, 1). */
export interface TriesSoFar {
  readonly attempt: number;
  readonly firstFailedAt: Date | null;
  readonly now: Date;
  readonly random: number;
}

/** Exponential with jitter between half and all of the wait; `Retry-After` lengthens it, up to an hour. */
export function afterFailure(failure: Failure, tries: TriesSoFar): NextMove {
  const reason = { code: failure.code, sentence: failure.message };
  if (!canPass[failure.kind]) return { next: 'park', reason };
  const failingForMs = tries.now.getTime() - (tries.firstFailedAt ?? tries.now).getTime();
  const usedUp =
    failingForMs >= GIVE_UP_AFTER_MS || (failure.kind === 'defect' && tries.attempt >= MAX_DEFECT_ATTEMPTS);
  if (usedUp)
    return {
      next: 'park',
      reason: { ...reason, sentence: `Tried ${tries.attempt} times without success. ${failure.message}` },
    };
  return { next: 'retry', afterMs: waitMs(failure, tries) };
}

function waitMs({ retryAfterMs = 0 }: Failure, { attempt, random }: TriesSoFar): number {
  const exponential = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 20), LONGEST_WAIT_MS);
  const jittered = exponential * (0.5 + random / 2);
  return Math.round(Math.max(jittered, Math.min(retryAfterMs, LONGEST_WAIT_MS)));
}
