import { type CanonicalFields, type HireSubject } from '../hires/hire.ts';

/** All that a case system learns about a hire. */
export interface CaseOrder {
  readonly hire: HireSubject;
  readonly packageLabel: string;
  readonly fields: CanonicalFields;
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
  open(order: CaseOrder, signal: AbortSignal): Promise<CaseReceipt>;
  /** Tells what the hire looks like now; the case system compares. */
  update(order: CaseOrder, receipt: CaseReceipt, signal: AbortSignal): Promise<void>;
  /** `receipt` is null when an answer to `open` may have been lost: the case system withdraws what it knows of the hire. */
  withdraw(order: CaseOrder, receipt: CaseReceipt | null, signal: AbortSignal): Promise<void>;
}
