import { type Case, type ConnectorEvent, type HireStory } from '../contract-types.ts';

/** What a person plays on a real platform, in this order: later ones go on with the hire of an earlier one. */
export const guidedIds = [
  'use-case-1-end-to-end',
  'use-case-2-duplicate',
  'more-title-change',
  'more-later-progress',
  'use-case-3-missing-field',
  'use-case-3-missing-fields',
  'more-unknown-package',
  'more-several-citizenships',
  'more-rescinded-offer',
  'more-wrong-credential',
] as const;
export type GuidedId = (typeof guidedIds)[number];

/** A hire without the candidate's data: which canonical keys it holds, not what stands in them. */
export interface TakenHire extends Omit<HireStory, 'fields' | 'trace'> {
  readonly filledKeys: readonly string[];
  readonly citizenships: number;
  readonly jobTitle: string | null;
}

/** What the connector tells of one use case. Nothing in it is a guess about what iCIMS showed. */
export interface TakenCase {
  readonly id: GuidedId;
  readonly takenAt: string;
  /** Null when it does not begin with an event of iCIMS. */
  readonly event: ConnectorEvent | null;
  readonly hire: TakenHire | null;
  /** Null when refused, or when the case lives in another case system. */
  readonly case: Omit<Case, 'fields'> | null;
  /** The title of the job before it was changed. */
  readonly titleBefore: string | null;
  /** An answer that this command got itself; the connector does not keep the words of its answers. */
  readonly answer: { readonly status: number; readonly body: unknown } | null;
  /** By the connector's own count, everything else that it did for this platform meanwhile included. */
  readonly icimsCalls: number | null;
}

/** Leaves the candidate's data out. */
export function toTakenHire({ fields, trace, ...hire }: HireStory): TakenHire {
  const { person, job } = fields as { person?: { citizenships?: unknown[] }; job?: { title?: unknown } };
  const title = job?.title;
  return {
    ...hire,
    filledKeys: keysOf(fields),
    citizenships: person?.citizenships?.length ?? 0,
    jobTitle: typeof title === 'string' ? title : null,
  };
}

/** `person.us_address.city`; entries of a list share the key of the list. */
function keysOf(value: unknown, prefix = ''): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => keysOf(each, prefix)))];
  if (typeof value !== 'object' || value === null) return [prefix];
  const nested = Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    keysOf(inner, prefix === '' ? name : `${prefix}.${name}`),
  );
  return [...new Set(nested)].sort();
}
