import { type EventTargets } from '../icims/event-links.ts';
import { type Icims } from '../icims/icims.ts';
import { type CredentialUse } from '../platforms/credential-uses.ts';
import { type Platform } from '../platforms/platform.ts';
import { type Failure } from '../runtime/failure.ts';
import { type EventResult } from './event-answer.ts';
import { type Event } from './event.ts';
import { type IntakeStore } from './intake-store.ts';
import { type LocationCache } from './location-cache.ts';

/** One event that is being worked on. */
export interface EventWork {
  readonly id: string;
  readonly event: Event;
  readonly platform: Platform;
  /**
   * What the event's links name, as far as they can be trusted. Read when somebody asks: most events mean nothing here, and
   * a link costs more than all the rest of them.
   */
  readonly targets: () => EventTargets;
  readonly body: Buffer;
  readonly receivedAt: Date;
}

/** What intake needs around it. */
export interface IntakeParts {
  readonly store: IntakeStore;
  readonly icims: Icims;
  readonly locations: LocationCache;
  readonly platformOf: (customerId: string) => Platform | undefined;
  readonly clock: () => Date;
  /** For everything before the answer, counted from the event's receipt. */
  readonly deadlineMs: number;
  readonly newId: () => string;
  /** Shares the screening of equal events that are under way at the same time in this process. */
  readonly inFlight: (
    key: string,
    work: () => Promise<EventResult>,
  ) => { role: 'leader' | 'follower'; result: Promise<EventResult> };
  /** There is new work for the delivery. */
  readonly onAccepted: () => void;
  /** A credential let an event of this platform in. Costs nothing worth waiting for. */
  readonly noteUse: (use: CredentialUse) => void;
  readonly observe: (seen: {
    event: Event;
    platform: Platform;
    outcome: EventResult['kind'] | 'failed';
    failure?: Failure;
  }) => void;
}
