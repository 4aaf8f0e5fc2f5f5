import { type Platform } from '../platforms/platform.ts';
import { type Page, type PageWish } from './page.ts';

/** A workflow that iCIMS shows in a trigger status and of which there is no hire. */
export interface MissedHire {
  readonly customerId: string;
  readonly workflowId: string;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly why: 'no-event' | 'refused' | 'failed';
  readonly code: string | null;
  readonly sentence: string;
  /** The event that was refused or failed. */
  readonly eventId: string | null;
  readonly eventAt: Date | null;
}

/** When a platform was looked through last, and why it could not be the last time. */
export interface ReconciliationRound {
  readonly customerId: string;
  readonly endedAt: Date | null;
  readonly failure: string | null;
}

/** What was missed, and how it is opened. */
export interface MissedHires {
  /** By platform and workflow. Throws STORE_UNAVAILABLE and `invalid` INVALID_CURSOR. */
  listMissed(wish: PageWish): Promise<Page<MissedHire>>;
  listRounds(wish: Pick<PageWish, 'customerId' | 'platforms'>): Promise<readonly ReconciliationRound[]>;
}

/** Screens and opens one, as an event would have. Throws NOT_FOUND and CONFLICT. */
export type OpenMissed = (missed: { platform: Platform; workflowId: string; by: string }) => Promise<{
  readonly outcome: 'accepted' | 'duplicate' | 'refused';
  readonly hireId: string | null;
  readonly code: string | null;
  readonly sentence: string;
}>;
