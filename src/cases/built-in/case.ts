import { type CanonicalFields } from '../../hires/hire.ts';
import { type CaseState } from './case-state.ts';

/** One line of a case's history. It says which fields changed, never what they hold. */
export interface CaseHistoryEntry {
  readonly at: Date;
  readonly what: 'opened' | 'updated' | 'withdrawn';
  /** The state after it. */
  readonly state: CaseState;
  /** Canonical keys whose values changed, for example `job.start`; empty unless `updated`. */
  readonly fields: readonly string[];
}

/** A case as the built-in case system keeps it. A hire has at most one, for ever. */
export interface Case {
  readonly id: string;
  /** `IMM-000123`; the `caseId` of the receipt. */
  readonly number: string;
  readonly customerId: string;
  readonly hireId: string;
  readonly visaCategory: string;
  readonly state: CaseState;
  readonly fields: CanonicalFields;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  /** Oldest first. */
  readonly history: readonly CaseHistoryEntry[];
}
