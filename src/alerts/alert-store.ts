import { type AlertSettings } from './alert-settings.ts';
import { type Finding } from './finding.ts';
import { type ClaimedNotice, type Message, type NewNotice, type NoticeOutcome, type Target } from './notice.ts';
import { type ServiceSituation, type Situation } from './situation.ts';

/** An alert as it is kept. */
export interface Alert extends Finding {
  readonly id: string;
  /** Null: the whole service. */
  readonly customerId: string | null;
  readonly raisedAt: Date;
  readonly seenAt: Date;
  readonly resolvedAt: Date | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Date | null;
}

/** What of a situation the store knows; the rest is known to the process. */
export type StoredSituation = Pick<
  Situation,
  'customerId' | 'parked' | 'waitingSince' | 'recent' | 'events' | 'changedAt' | 'missedHires'
>;

/** What was counted on a platform between two times, for the digest. */
export interface Tally {
  readonly events: readonly { readonly outcome: string; readonly code: string | null; readonly count: number }[];
  readonly delivered: number;
  readonly withdrawn: number;
  readonly parked: readonly { readonly code: string; readonly count: number }[];
  /** Hires that iCIMS shows now and that no accepted event tells of. */
  readonly missed: number;
}

/** A notice that was given up or that did not get through yet, for whoever wonders. */
export interface ShownNotice {
  readonly id: string;
  readonly customerId: string | null;
  readonly kind: Message['kind'];
  readonly title: string;
  readonly channel: Target['channel'];
  readonly to: string | null;
  readonly state: 'pending' | 'sent' | 'failed';
  readonly attempts: number;
  readonly code: string | null;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
}

interface KeptDigest {
  readonly customerId: string | null;
  readonly day: string;
  readonly notices: readonly NewNotice[];
}

interface By {
  readonly at: Date;
  readonly actor: string;
}

/** What of alerts survives a restart. Each method throws `Failure` STORE_UNAVAILABLE when it cannot be reached. */
export interface AlertStore {
  /** The default settings for a platform that has none. */
  alertSettings(customerId: string): Promise<AlertSettings>;
  /** The same for whichever platform is asked for later, all read at once. */
  allAlertSettings(): Promise<(customerId: string) => AlertSettings>;
  /** Audited without addresses and secrets. */
  keepAlertSettings(customerId: string, settings: AlertSettings, by: By): Promise<void>;
  /** The addresses of the operators who may sign in. */
  operatorAddresses(): Promise<readonly string[]>;

  situations(
    asked: readonly { customerId: string; silentHours: number }[],
    now: Date,
  ): Promise<readonly StoredSituation[]>;
  serviceSituation(): Promise<ServiceSituation>;
  /** What a walk along the audit chain found, for the situation of the service. */
  keepAuditCheck(found: { readonly intact: boolean; readonly brokenAt: string | null }, at: Date): Promise<void>;
  /** The open alerts of all platforms and of the service. */
  openAlerts(): Promise<readonly Alert[]>;
  /**
   * Keeps a change of alerts and the notices that tell of it, in one transaction. An alert that another process raised or
   * resolved meanwhile is left as it is, without its notices.
   */
  raiseAlert(
    alert: Pick<Alert, 'id' | 'customerId'> & Finding,
    notices: readonly NewNotice[],
    now: Date,
  ): Promise<void>;
  renewAlert(id: string, finding: Finding, now: Date): Promise<void>;
  resolveAlert(id: string, notices: readonly NewNotice[], now: Date): Promise<void>;

  /** Those whose key is kept already are left out. */
  keepNotices(customerId: string | null, notices: readonly NewNotice[], now: Date): Promise<void>;
  /** The newest day (`YYYY-MM-DD`) of each platform's digest, and of the service's (an empty customer id). */
  digestDays(): Promise<ReadonlyMap<string, string>>;
  /** Keeps the day and the notices of its digest in one transaction; does nothing when another process was first. */
  keepDigest(digest: KeptDigest, now: Date): Promise<void>;
  /** Forgets notices that were made before. */
  purgeNotices(before: Date): Promise<void>;
  /** Notices that are due, leased for `leaseMs`. */
  claimNotices(
    limit: number,
    leaseMs: number,
  ): Promise<readonly (ClaimedNotice & { readonly customerId: string | null })[]>;
  /** Only for the attempt that it belongs to: a later one may have begun since. */
  endAttempt(id: string, attempt: number, outcome: NoticeOutcome): Promise<void>;

  tally(customerId: string, from: Date, to: Date): Promise<Tally>;
}
