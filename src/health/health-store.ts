import { type HealthScope } from './health.ts';

/** So many of a kind in one hour or day. `kind` is an outcome, a latency bucket or a visa category. */
export interface HealthCount {
  /** Null where only the sum of the window is told. */
  readonly at: Date | null;
  readonly measure: string;
  readonly kind: string;
  readonly amount: number;
}

/** How things stand now, whatever the window, but for `parked`: hires accepted since `from`. */
export interface HealthNow {
  readonly parked: number;
  readonly late: number;
  readonly depth: number;
  readonly oldestSeconds: number | null;
  readonly missed: number;
  readonly lastEventAt: Date | null;
}

export interface PlatformCounts {
  readonly customerId: string;
  readonly delivered: number;
  readonly parked: number;
  readonly late: number;
  readonly accepted: number;
  readonly ignored: number;
  readonly refused: number;
  readonly failed: number;
  readonly lastEventAt: Date | null;
}

export interface HealthSpan {
  readonly scope: HealthScope;
  readonly from: Date;
  readonly now: Date;
  readonly step: 'hour' | 'day';
}

/** What health needs of the store. Each method throws `Failure` STORE_UNAVAILABLE. */
export interface HealthStore {
  readCounts(span: HealthSpan): Promise<readonly HealthCount[]>;
  readNow(span: HealthSpan): Promise<HealthNow>;
  /** Each platform that has figures, those with most failures first, at most 200. */
  readPlatforms(span: HealthSpan): Promise<readonly PlatformCounts[]>;
  /** Since when each secret has its value. */
  secretsOf(scope: HealthScope): Promise<readonly { customerId: string; secret: string; since: Date }[]>;
  /** The hour up to which counts are rolled up; null before the first time. */
  settledUntil(): Promise<Date | null>;
  /** When the first event was received; null when there was none. */
  firstEventAt(): Promise<Date | null>;
  /** Counts the hour that begins then, once for all; a second time changes nothing. */
  settleHour(hour: Date): Promise<void>;
}
