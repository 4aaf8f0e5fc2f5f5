import { type TraceStep } from './field-problem.ts';

/** One profile that was read from iCIMS, with the fields that were asked for. */
export interface ProfileRead {
  readonly profile: string;
  readonly id: string;
  readonly fields: readonly string[];
}

/** How a hire's record came to be: what was read when, and what each key was made of. Kept sealed with the hire. */
export interface HireTrace {
  /** ISO 8601, UTC. */
  readonly readAt: string;
  readonly reads: readonly ProfileRead[];
  /** Without the keys for which iCIMS held nothing: `completeness` names those that are needed. */
  readonly steps: readonly TraceStep[];
}
