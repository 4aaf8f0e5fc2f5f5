import { type Case, type CaseHistoryEntry } from './case.ts';

/** Whose case it is. The platform is part of the key: a case is never found from another platform. */
export interface CaseKey {
  readonly customerId: string;
  readonly hireId: string;
}

/** A new case. It begins `withdrawn`, and without data, when its hire was withdrawn before it was ever opened. */
export interface CaseOpening extends CaseKey, Pick<Case, 'visaCategory' | 'fields'> {
  readonly state: 'open' | 'withdrawn';
}

/** What becomes of a case. The store stamps the history entry with its own time. */
export interface CaseChange extends Pick<Case, 'state' | 'fields'> {
  readonly entry: Pick<CaseHistoryEntry, 'what' | 'fields'>;
}

/** Where the built-in case system keeps its cases. Both throw `unavailable` when the store cannot be reached. */
export interface BuiltInCases {
  /**
   * Keeps a new case with the next number, the given state and one history entry (`opened`, or `withdrawn` when it
   * begins so). A hire that has a case keeps it as it is. Of callers at once exactly one opens. Answers the hire's case.
   */
  open(opening: CaseOpening): Promise<Case>;
  /**
   * Locks the hire's case, asks `change` what is to become of it, and keeps that with its history entry, all in one
   * transaction. `change` is pure and may be asked more than once; null leaves the case as it is. Answers the case as
   * it is afterwards, or null when the hire has none.
   */
  change(key: CaseKey, change: (found: Case) => CaseChange | null): Promise<Case | null>;
}
