import { type Failure } from '../runtime/failure.ts';
import { type NoticeOutcome } from './notice.ts';

const GIVE_UP_AFTER_MS = 24 * 3_600_000;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/** What follows a failed attempt: another one with growing pauses for a day, or none when the other side refuses for good. */
export function afterFailedNotice(
  failure: Failure,
  { attempt, madeAt }: { readonly attempt: number; readonly madeAt: Date },
  now: Date,
): NoticeOutcome {
  const { code, kind, retryAfterMs = 0 } = failure;
  const tooOld = now.getTime() - madeAt.getTime() >= GIVE_UP_AFTER_MS;
  if (kind === 'rejected' || tooOld) return { state: 'failed', code };
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 10));
  return { state: 'pending', code, againInMs: Math.max(waitMs, Math.min(retryAfterMs, LONGEST_WAIT_MS)) };
}
