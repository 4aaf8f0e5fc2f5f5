import { type Case, type ConnectorEvent, type HireStory } from '../contract-types.ts';
import { type Moved } from '../browser/recruiter.ts';

/** What is shown, in the order of the pack. */
export const caseIds = [
  'use-case-1-end-to-end',
  'use-case-2-duplicate',
  'use-case-3-missing-field',
  'use-case-3-missing-fields',
  'more-wrong-credential',
  'more-unknown-package',
  'more-icims-unavailable',
  'more-rescinded-offer',
  'more-several-citizenships',
  'more-title-change',
] as const;
export type CaseId = (typeof caseIds)[number];

/** An entry that the connector wrote on the workflow, as the recruiter sees it. */
export interface WrittenEntry {
  readonly name: string;
  readonly status: string;
  readonly date: string;
  readonly url: string;
  readonly notes: string;
}

/** One thing that happened, for the transcript. */
export interface Step {
  readonly at: string;
  readonly what: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The times of one hire, in milliseconds after the event was received. */
interface Times {
  readonly answeredMs: number;
  readonly acceptedMs: number;
  readonly openedMs: number | null;
  readonly deliveredMs: number | null;
}

/** Everything recorded of one use case. */
export interface ShownCase {
  readonly id: CaseId;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly moves: readonly Moved[];
  readonly event: ConnectorEvent | null;
  readonly hire: HireStory | null;
  readonly case: Case | null;
  /** The entries on the workflow, newest look last. */
  readonly writtenBack: readonly (readonly WrittenEntry[])[];
  readonly times: Times | null;
  /** Calls to iCIMS for the hire, log-ins left out. */
  readonly icimsCalls: number;
  /** Files in the folder of this case. */
  readonly files: readonly string[];
  readonly filmSeconds: number | null;
}
