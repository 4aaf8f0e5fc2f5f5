import { type KeptEvent } from './intake-store.ts';

/** How an event is kept, apart from what it was. */
export type EventOutcome = Pick<KeptEvent, 'outcome' | 'code' | 'reason' | 'hireId'>;

/** That of a duplicate. `hireId` is null where only the store knows the earlier hire. */
export function duplicateOutcome(hireId: string | null): EventOutcome {
  return { outcome: 'refused', code: 'DUPLICATE_REQUEST', reason: 'An open request exists.', hireId };
}
