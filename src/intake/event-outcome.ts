import { type KeptEvent } from './intake-store.ts';

/** How an event is kept, apart from what it was. */
export type EventOutcome = Pick<KeptEvent, 'outcome' | 'code' | 'reason' | 'hireId'>;

/** That of a duplicate, beside the hire that was there first. */
export const duplicateOutcome = {
  outcome: 'refused',
  code: 'DUPLICATE_REQUEST',
  reason: 'An open request exists.',
} as const satisfies Omit<EventOutcome, 'hireId'>;
