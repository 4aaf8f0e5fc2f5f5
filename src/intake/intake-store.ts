import { type CanonicalFields, type Completeness, type HireSubject } from '../hires/hire.ts';
import { type HireTrace } from '../hires/hire-trace.ts';
import { type Platform } from '../platforms/platform.ts';
import { type Event } from './event.ts';

type EventOutcome = 'accepted' | 'ignored' | 'refused' | 'failed';

/** An event with what became of it. Only an accepted one keeps its body. */
export interface KeptEvent {
  readonly id: string;
  readonly event: Omit<Event, 'systemId'> & { readonly systemId: string | null };
  readonly outcome: EventOutcome;
  /** The stable code when refused or failed. */
  readonly code: string | null;
  readonly reason: string | null;
  readonly hireId: string | null;
  readonly receivedAt: Date;
}

/** A hire about to be accepted, with the event that ordered it. */
export interface NewHire {
  readonly subject: HireSubject;
  readonly packageLabel: string;
  readonly fields: CanonicalFields;
  readonly completeness: Completeness;
  readonly trace: HireTrace;
  readonly eventId: string;
  readonly fingerprint: Buffer;
  readonly platform: Platform;
  /** The notification's inflated bytes, kept sealed. */
  readonly body: Buffer;
}

/** The open hire that was there first. */
export interface EarlierHire {
  readonly id: string;
  readonly acceptedAt: Date;
}

export interface OpenHire extends EarlierHire {
  readonly packageId: string;
}

/** An event that may be a repeat, and what makes it one. */
export interface Repeat extends Pick<KeptEvent, 'id' | 'event' | 'receivedAt'> {
  readonly fingerprint: Buffer;
}

/** What a repeat repeats; or, when there is nothing of the kind, what time it is in the store. */
export type Repeated =
  { readonly earlier: EarlierHire; readonly now: null } | { readonly earlier: null; readonly now: Date };

/** What intake needs of the store. Each method is durable when it returns; each throws `Failure` STORE_UNAVAILABLE. */
export interface IntakeStore {
  /**
   * The open hire that the very same notification opened less than `SAME_CLICK_MS` before it was received, if any. With
   * one, the event is kept as well, as a duplicate of that hire.
   */
  refuseRepeat(repeat: Repeat): Promise<Repeated>;
  findOpenHires(customerId: string, workflowId: string): Promise<readonly OpenHire[]>;
  /** Keeps an event that opens nothing. */
  keepEvent(event: KeptEvent): Promise<void>;
  /**
   * Hire, delivery, audit entry and event in one transaction, or, when an open hire for the same platform, workflow
   * and package exists, nothing but the answer which hire that is; or, when the workflow was withdrawn after
   * `screenedSince` (store time), nothing but `withdrawn`.
   */
  acceptHire(
    event: KeptEvent,
    hire: NewHire & { readonly screenedSince: Date },
  ): Promise<'accepted' | 'withdrawn' | EarlierHire>;
  /**
   * Notes that the workflow was withdrawn; then closes its open hires, wishes their cases withdrawn and keeps the event
   * with the first of them, in one transaction. Answers those it closed; with none, the event is not kept.
   */
  withdrawHires(event: Omit<KeptEvent, 'hireId'>): Promise<readonly string[]>;
  /** Replaces the hire's fields, wishes its case updated and keeps the event, in one transaction. */
  updateHire(event: KeptEvent, hire: NewHire): Promise<void>;
}
