import { type Page, type PageWish } from './page.ts';

/** Which parked hires of a platform. Null stands for no bound. */
export interface ParkedWish {
  readonly customerId: string;
  /** The causes that they are parked with. */
  readonly codes: readonly string[] | null;
  /** Parked at this time or later. */
  readonly parkedFrom: Date | null;
  /** Parked before this time. */
  readonly parkedTo: Date | null;
}

/** What fits now. */
export interface FittingHires {
  readonly count: number;
  /** The most frequent first. */
  readonly causes: readonly { readonly code: string; readonly sentence: string; readonly count: number }[];
  readonly oldestAt: Date | null;
  readonly newestAt: Date | null;
  /** The ten that were parked first. */
  readonly sample: readonly {
    readonly id: string;
    readonly workflowId: string;
    readonly code: string;
    readonly parkedAt: Date;
  }[];
}

/** Parked hires that somebody puts back to work, at a pace. */
export interface RetryRun extends ParkedWish {
  readonly id: string;
  readonly state: 'running' | 'finished' | 'cancelled';
  /** Hires a minute. */
  readonly perMinute: number;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** When the last hire was released, or the run was cancelled. */
  readonly endedAt: Date | null;
  /** Who cancelled it. */
  readonly endedBy: string | null;
  /** Of the released, those that are in none of the last three are under way. */
  readonly counts: {
    readonly chosen: number;
    readonly released: number;
    /** Needed it no more when their turn came. */
    readonly skipped: number;
    readonly delivered: number;
    readonly parkedAgain: number;
    readonly withdrawn: number;
  };
  readonly waitsFor: 'deliveries' | null;
}

/** Retry runs, as people see them. Each method is durable when it returns; each throws `Failure` STORE_UNAVAILABLE. */
export interface RetryRuns {
  preview(wish: ParkedWish): Promise<FittingHires>;
  /**
   * Chooses the hires. Throws `invalid` CONFLICT when none fits, when there are too many for one run, and while the
   * platform has another one.
   */
  start(wish: ParkedWish & { perMinute: number; actor: string; at: Date }): Promise<RetryRun>;
  /** Newest first. Throws `invalid` INVALID_CURSOR. */
  list(wish: PageWish): Promise<Page<RetryRun>>;
  /** Throws `invalid` NOT_FOUND. */
  find(customerId: string, id: string): Promise<RetryRun>;
  /** What was not released yet stays parked. Throws `invalid` NOT_FOUND, and CONFLICT when it has ended. */
  cancel(which: { customerId: string; id: string; actor: string; at: Date }): Promise<RetryRun>;
}
