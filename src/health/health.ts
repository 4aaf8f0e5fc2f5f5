import { type SecretAge } from './secret-ages.ts';

/** How far back figures look: whole hours up to now. */
export type HealthWindow = '24h' | '7d' | '30d';

/** Which platforms: one, those within somebody's reach, or (undefined) all. */
export type HealthScope = readonly string[] | undefined;

/** A share from 0 to 1; null when there was nothing to count, which is not the same as all well. */
export type Share = number | null;

export interface Success {
  /** Delivered of all that were delivered or failed. */
  readonly rate: Share;
  readonly target: number;
  readonly delivered: number;
  /** Hires accepted in the window that wait for a person now. */
  readonly parked: number;
  /** Deliveries under way for longer than 15 minutes. */
  readonly late: number;
  /** Events that we or iCIMS could not serve; what a recruiter has to mend is no failure. */
  readonly failedEvents: number;
}

/** Milliseconds below which half, and 95 of 100, stayed; right within 10 %. */
export interface Latency {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export const latencies = ['answer', 'case', 'writeBack', 'whole'] as const;
export type LatencyName = (typeof latencies)[number];

export const outcomes = ['accepted', 'ignored', 'refused', 'failed'] as const;
export type OutcomeCounts = Readonly<Record<(typeof outcomes)[number], number>>;

/** One hour (24 h) or one UTC day (longer windows). */
export interface HealthPoint extends OutcomeCounts {
  readonly at: Date;
  readonly delivered: number;
}

/** Hires that iCIMS search showed in a trigger status, and those of them of which no event told us in time. */
export interface Firing {
  readonly rate: Share;
  readonly seen: number;
  readonly missed: number;
}

export interface CategoryCompleteness {
  readonly visaCategory: string;
  readonly hires: number;
  /** Keys present of keys needed, over all hires. */
  readonly rate: Share;
}

/** The figures of one scope and window, as they are now. Pure data: alerts judge it, pages show it. */
export interface Health {
  readonly window: HealthWindow;
  readonly from: Date;
  readonly to: Date;
  readonly success: Success;
  readonly queue: { readonly depth: number; readonly oldestSeconds: number | null };
  readonly latency: Readonly<Record<LatencyName, Latency | null>>;
  readonly events: OutcomeCounts;
  readonly series: readonly HealthPoint[];
  readonly firing: Firing;
  readonly completeness: readonly CategoryCompleteness[];
  readonly lastEventAt: Date | null;
  readonly secrets: readonly SecretAge[];
}

/** One platform among others: enough to find those that need a look. */
export interface PlatformFigures {
  readonly customerId: string;
  readonly success: Success;
  readonly events: OutcomeCounts;
  readonly lastEventAt: Date | null;
}
