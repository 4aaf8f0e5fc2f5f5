import { type CaseReceipt } from '../cases/case-system.ts';
import { type CanonicalFields, type HireSubject, type ParkReason } from '../hires/hire.ts';
import { type CallNote } from '../runtime/call-notes.ts';

/** What the write-back entry on the workflow may say; each stands for one status id of the platform. */
export type WriteBackStatus = 'sent' | 'opened' | 'completed' | 'failed';

/** A hire as delivery sees it: what it is about, what was done, and what is still wished. */
export interface DeliverableHire {
  readonly subject: HireSubject;
  readonly packageLabel: string;
  readonly receipt: CaseReceipt | null;
  /** The name of the case system that gave the receipt. */
  readonly caseSystem: string | null;
  readonly withdrawRequested: boolean;
  readonly caseWithdrawn: boolean;
  /** Grows when the fields change; the case system has seen those of `caseRevision`. */
  readonly fieldsRevision: number;
  readonly caseRevision: number;
  readonly wantedStatus: Exclude<WriteBackStatus, 'sent'>;
  readonly writtenStatus: WriteBackStatus | null;
  /** The number of our entry in the write-back collection, once known. */
  readonly writeBackEntry: string | null;
  /** When the newest wish (order, update, withdrawal) was received: fixed before its first attempt. */
  readonly occurredAt: Date;
  /** Throws `defect` when the platform's data key is gone. */
  readonly readFields: () => Promise<CanonicalFields>;
}

/** The right to work on a hire, until the lease runs out. */
export interface Claim {
  readonly hire: DeliverableHire;
  /** Fences off, with `claims`: a record under another owner or an older claim is refused. */
  readonly owner: string;
  /** Attempts since it was accepted or last released, this one included. */
  readonly attempt: number;
  /** Grows with every claim; 1 means that nobody can have called anyone yet, not even before a backup was restored. */
  readonly claims: number;
  /** The wish that this claim saw; a newer one keeps the delivery alive. */
  readonly revision: number;
  readonly firstFailedAt: Date | null;
}

export type Step = 'announce' | 'open-case' | 'update-case' | 'withdraw-case' | 'write-back';

/** What a step changed. */
export interface HireChange {
  readonly receipt?: CaseReceipt;
  readonly caseSystem?: string;
  readonly caseRevision?: number;
  readonly caseWithdrawn?: true;
  readonly writtenStatus?: WriteBackStatus;
  readonly writeBackEntry?: string | null;
}

/** What happens after a step. */
export type NextMove =
  | { readonly next: 'continue' }
  | { readonly next: 'finish' }
  | { readonly next: 'retry'; readonly afterMs: number }
  | { readonly next: 'park'; readonly reason: ParkReason };

/** One step with its result, kept in one transaction with what happens next. */
export interface StepRecord {
  readonly claim: Claim;
  readonly step: Step;
  readonly outcome: 'done' | 'skipped' | 'failed';
  readonly code: string | null;
  readonly sentence: string | null;
  readonly at: Date;
  readonly milliseconds: number;
  /** What went out for it, in order. */
  readonly calls?: readonly CallNote[];
  readonly change: HireChange;
  readonly move: NextMove;
}

/** Which deliveries a claim may take. */
interface ClaimWish {
  readonly owner: string;
  readonly limit: number;
  /** So many of one platform at most. */
  readonly perPlatform: number;
  /** Only these platforms, or all but these. */
  readonly platforms: { readonly only: readonly string[] } | { readonly except: readonly string[] };
  readonly leaseMs: number;
}

/** What delivery needs of the store. Each method is durable when it returns and throws `Failure` STORE_UNAVAILABLE. */
export interface DeliveryStore {
  /** Takes due deliveries, fairly over platforms. Two processes never hold the same one. */
  claim(wish: ClaimWish): Promise<readonly Claim[]>;
  /** Keeps a step. Answers the hire as it is now, or null when the lease was lost and nothing was kept. */
  record(record: StepRecord): Promise<DeliverableHire | null>;
  /** Lengthens the leases of these hires. Answers those that this owner still holds. */
  extend(owner: string, hireIds: readonly string[], leaseMs: number): Promise<readonly string[]>;
  /** Gives these hires back, due after `afterMs`, without counting the attempt. */
  handBack(owner: string, hireIds: readonly string[], afterMs: number): Promise<void>;
}
