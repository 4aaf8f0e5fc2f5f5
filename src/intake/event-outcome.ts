import { type KeptEvent } from './intake-store.ts';

/** How an event is kept, apart from what it was. */
export type EventOutcome = Pick<KeptEvent, 'outcome' | 'code' | 'reason' | 'hireId'>;

/** The same notification again within a minute is the same click: nothing is read for it (decision 0006). */
export const SAME_CLICK_MS = 60_000;

/** That of a duplicate, beside the hire that was there first. */
export const duplicateOutcome = {
  outcome: 'refused',
  code: 'DUPLICATE_REQUEST',
  reason: 'An open request exists.',
} as const satisfies Omit<EventOutcome, 'hireId'>;
