import { type CanonicalFields, type HireSubject } from '../hires/hire.ts';

/** All that a case system learns about a hire. */
export interface CaseOrder {
  readonly hire: HireSubject;
  readonly packageLabel: string;
  readonly fields: CanonicalFields;
  /**
   * When that which is told came to be so: the hire's data changed, the offer was rescinded. Fixed before the first
   * attempt and the same on every retry, so that a request and its repetition are equal. Absent: when it was accepted.
   */
  readonly occurredAt?: Date;
}

/** What the case system opened: its id, and a link that a person can open after login. */
export interface CaseReceipt {
  readonly caseId: string;
  readonly caseUrl: string;
}

/**
 * Where cases are opened. Every method is idempotent on the hire's id: called again after a crash, a time-out or by a
 * second worker, it leads to the same one case. Each throws `Failure`: `unavailable` (try again), `unauthenticated`
 * (our credential is refused), `rejected` (the case system refuses this hire for good).
 */
export interface CaseSystem {
  /**
   * Opens the hire's case, or answers with the one that it has, in whatever state that is. After a withdrawal it
   * answers with the withdrawn case or throws `rejected`; it never opens a second one.
   */
  open(order: CaseOrder, signal: AbortSignal): Promise<CaseReceipt>;
  /** Tells what the hire looks like now; the case system compares. A closed case stays as it is, which is no failure. */
  update(order: CaseOrder, receipt: CaseReceipt, signal: AbortSignal): Promise<void>;
  /**
   * `receipt` is null when an answer to `open` may have been lost: the case system withdraws what it knows of the hire,
   * and refuses to open a case for it later. A closed case stays as it is; none at all is no failure.
   */
  withdraw(order: CaseOrder, receipt: CaseReceipt | null, signal: AbortSignal): Promise<void>;
}
