import { type AuditAction, type AuditEntry } from '../audit/audit-entry.ts';
import { type CaseReading } from './case-reading.ts';
import { type HireTrace } from '../hires/hire-trace.ts';
import { type CallNote } from '../runtime/call-notes.ts';
import { type CanonicalFields, type Completeness, type HireState, type ParkReason } from '../hires/hire.ts';
import { type Page, type PageWish } from './page.ts';

export interface ShownEvent {
  readonly id: string;
  readonly customerId: string;
  readonly eventType: string;
  readonly outcome: 'accepted' | 'ignored' | 'refused' | 'failed';
  readonly code: string | null;
  readonly reason: string | null;
  readonly workflowId: string | null;
  readonly jobId: string | null;
  readonly oldStatus: string | null;
  readonly newStatus: string | null;
  readonly hireId: string | null;
  readonly receivedAt: Date;
  /** Who had it made by reconciliation; null when iCIMS sent it. */
  readonly madeBy: string | null;
}

export interface ShownHire {
  readonly id: string;
  readonly customerId: string;
  readonly workflowId: string;
  readonly personId: string;
  readonly jobId: string | null;
  readonly packageId: string;
  readonly visaCategory: string;
  readonly state: HireState;
  readonly reason: ParkReason | null;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly caseId: string | null;
  readonly caseUrl: string | null;
  readonly eventId: string;
  readonly acceptedAt: Date;
  readonly openedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly completeness: Completeness;
}

export interface ShownAttempt {
  readonly at: Date;
  readonly step: string;
  readonly outcome: 'done' | 'skipped' | 'failed';
  readonly code: string | null;
  readonly sentence: string | null;
  readonly milliseconds: number;
  readonly calls: readonly CallNote[];
}

/** Hires of one platform by their person's name, or by what iCIMS calls them. */
export interface HireSearch extends PageWish {
  readonly customerId: string;
  /** Words of the name, all of which must fit. */
  readonly words: readonly string[];
  readonly state?: HireState | undefined;
}

export interface FoundHire extends ShownHire {
  /** Null when the platform's data key is gone. */
  readonly personName: string | null;
}

export interface HireStory extends ShownHire {
  /** Null when the platform was deleted, and with it the key to its data. */
  readonly fields: CanonicalFields | null;
  readonly attemptLog: readonly ShownAttempt[];
  /** Null for a hire from before traces were kept, and when the key is gone. */
  readonly trace: HireTrace | null;
}

/** Parked hires of one platform with one cause. */
export interface StuckCause {
  readonly customerId: string;
  readonly code: string;
  readonly sentence: string;
  readonly count: number;
  readonly oldestAt: Date;
}

/** What iCIMS calls a hire's records. */
interface IcimsIds {
  readonly workflowId?: string | undefined;
  readonly personId?: string | undefined;
  readonly jobId?: string | undefined;
}

export interface AuditWish extends PageWish {
  /** Exactly as the entries name them. */
  readonly actor?: string | undefined;
  readonly action?: AuditAction | undefined;
  readonly subject?: string | undefined;
  readonly newestFirst?: boolean | undefined;
  /** No entry younger than the one with this id; null for none at all. */
  readonly last?: string | null | undefined;
}

/** What the admin API reads. Each method throws `Failure` STORE_UNAVAILABLE, lists `invalid` INVALID_CURSOR. */
export interface ReadingStore extends CaseReading {
  listEvents(
    wish: PageWish & {
      eventType?: string | undefined;
      outcome?: ShownEvent['outcome'] | undefined;
      workflowId?: string | undefined;
    },
  ): Promise<Page<ShownEvent>>;
  getEvent(id: string): Promise<ShownEvent | undefined>;
  listHires(
    wish: PageWish & { state?: HireState | undefined; reason?: string | undefined } & IcimsIds,
  ): Promise<Page<ShownHire>>;
  searchHires(search: HireSearch): Promise<Page<FoundHire>>;
  /** The most frequent first, at most 200. */
  listStuck(wish: Pick<PageWish, 'customerId' | 'platforms'>): Promise<readonly StuckCause[]>;
  getHire(id: string): Promise<HireStory | undefined>;
  /** Oldest first unless the newest are wished first. */
  listAudit(wish: AuditWish): Promise<Page<AuditEntry>>;
  /** How many entries fit, and the id of the newest; null when there are none. */
  measureAudit(wish: Omit<AuditWish, 'limit' | 'cursor'>): Promise<{ count: number; last: string | null }>;
}
