import { caseFields } from './canonical/case.ts';
import { employerFields } from './canonical/employer.ts';
import { type CanonicalField } from './canonical/field.ts';
import { historyFields } from './canonical/history.ts';
import { jobFields } from './canonical/job.ts';
import { personFields } from './canonical/person.ts';
import { statusFields } from './canonical/status.ts';

/** The keys by group, in the order of the intake record. */
export const canonicalGroups = {
  person: personFields,
  status: statusFields,
  case: caseFields,
  job: jobFields,
  employer: employerFields,
  history: historyFields,
} as const satisfies Record<string, readonly CanonicalField[]>;

/** Every key that a mapping may fill. */
export const canonicalFields: readonly CanonicalField[] = Object.values(canonicalGroups).flat();

/**
 * Keys whose value is a list of records. `every` entry of an iCIMS collection becomes one record; a worksite comes
 * from one address only, the one that the job names.
 */
const listGroups = new Map<string, 'one' | 'every'>([
  ['job.worksites', 'one'],
  ['education', 'every'],
  ['work_history', 'every'],
  ['dependents', 'every'],
  ['status.prior_stays', 'every'],
  ['treaty.owners', 'every'],
]);

/** A list group and the name of a key inside its records: `job.worksites.city` is `city` of `job.worksites`. */
export interface ListGroup {
  readonly key: string;
  readonly leaf: string;
  readonly entries: 'one' | 'every';
}

const byKey = new Map(canonicalFields.map((field) => [field.key, field]));
const groups = new Set(canonicalFields.flatMap((field) => parentsOf(field.key)));

/** The field of a key; `education[].degree` is read as `education.degree`. */
export function canonicalField(key: string): CanonicalField | undefined {
  return byKey.get(withoutBrackets(key));
}

/** True for a key that only holds other keys: `job.worksites`, `person.us_address`. */
export function isGroup(key: string): boolean {
  return groups.has(withoutBrackets(key));
}

export function listGroupOf(field: CanonicalField): ListGroup | undefined {
  const dot = field.key.lastIndexOf('.');
  const key = field.key.slice(0, dot);
  const entries = listGroups.get(key);
  return entries && { key, leaf: field.key.slice(dot + 1), entries };
}

/** The key as it is stored, whichever way it was written. */
export function withoutBrackets(key: string): string {
  return key.replaceAll('[]', '');
}

function parentsOf(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}
