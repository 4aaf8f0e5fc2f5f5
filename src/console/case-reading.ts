import { type CanonicalFields } from '../hires/hire.ts';
import { type Page, type PageWish } from './page.ts';

export type CaseState = 'open' | 'in-progress' | 'completed' | 'failed' | 'withdrawn';

export interface ShownCase {
  readonly id: string;
  readonly number: string;
  readonly customerId: string;
  readonly hireId: string;
  readonly visaCategory: string;
  readonly state: CaseState;
  /** Whether iCIMS shows it: `none` when nothing was ever to be written, `stuck` when the hire is parked. */
  readonly writeBack: 'none' | 'pending' | 'done' | 'stuck';
  readonly openedAt: Date;
  readonly updatedAt: Date;
}

/** A document of a case that somebody said something of. */
export interface DocumentMark {
  readonly document: string;
  readonly state: 'to-come' | 'received' | 'not-needed';
  readonly changedAt: Date;
  readonly changedBy: string;
}

interface CaseEvent {
  readonly at: Date;
  readonly what: string;
  /** Canonical keys of what changed, or the document. */
  readonly about: readonly string[];
  /** Null when the connector did it by itself. */
  readonly by: string | null;
}

export interface CaseStory extends ShownCase {
  /** Null when the platform was deleted, and with it the key to its data. */
  readonly fields: CanonicalFields | null;
  readonly marks: readonly DocumentMark[];
  readonly history: readonly CaseEvent[];
}

/** The cases in one state: the newest of them, and how many there are. */
export interface BoardColumn extends Page<ShownCase> {
  readonly state: CaseState;
  /** At most 10,000: whether there are more is nobody's next question, and counting a million takes its time. */
  readonly count: number;
}

/** What is read of the built-in case system. Each throws `Failure` STORE_UNAVAILABLE, lists `invalid` INVALID_CURSOR. */
export interface CaseReading {
  listCases(wish: PageWish & { state?: CaseState | undefined }): Promise<Page<ShownCase>>;
  /** One column for each state, in the order in which a case goes through them. */
  readCaseBoard(wish: Pick<PageWish, 'limit' | 'customerId' | 'platforms'>): Promise<readonly BoardColumn[]>;
  /** By id or by number. */
  getCase(idOrNumber: string): Promise<CaseStory | undefined>;
}
