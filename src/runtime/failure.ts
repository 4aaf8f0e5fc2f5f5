/**
 * What stops a piece of work, said once for every use of it.
 *
 * The kind says who must act; each use (HTTP answer, retry, log level) closes a table over the kinds,
 * so a new kind does not compile until every use has decided about it.
 */
export type FailureKind =
  | 'invalid' // the recruiter or their admin sent something that cannot be used
  | 'missing' // the recruiter or their admin left something out
  | 'duplicate' // it was already received; nothing to do
  | 'unauthenticated' // the caller, or we towards the other system, hold no valid credential
  | 'unavailable' // nobody needs to act yet; it passes
  | 'rejected' // the other system refuses for good; an operator must act
  | 'defect'; // ours

interface FailureDetails {
  /** A sentence for the person in front of the screen, when it differs from the operator's. */
  userMessage?: string;
  /** How long to wait before the next try, when the other side said so. */
  retryAfterMs?: number;
  /** Facts for the operator: ids, field names, statuses. Never personal data, never a secret. */
  facts?: Readonly<Record<string, string | number>>;
}

/**
 * The one error class of the service. `code` is stable and in capitals; `message` is one sentence for an operator.
 * Neither holds personal data or secrets, so both may be logged, stored and answered. A foreign error never becomes
 * its cause: errors of HTTP clients carry credentials and bodies.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly kind: FailureKind;
  readonly code: string;
  readonly userMessage: string;
  readonly retryAfterMs: number | undefined;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(kind: FailureKind, code: string, message: string, details: FailureDetails = {}) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.userMessage = details.userMessage ?? message;
    this.retryAfterMs = details.retryAfterMs;
    this.facts = details.facts ?? {};
  }
}

/** The same failure if it is ours, else a defect that names only the foreign error's class. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return new Failure('defect', 'INTERNAL', `An unexpected ${name} stopped the work.`);
}
