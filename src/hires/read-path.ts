import { type Profile } from '../icims/icims.ts';
import { chooseEntries, type EntryChoice } from './choose-entries.ts';
import { isRecord } from '../runtime/is-record.ts';
import { ownValue } from './normalise/plain-text.ts';

/** What screening read from iCIMS, as iCIMS answered it: untrusted JSON. */
export interface HireRecords {
  readonly person: Profile;
  readonly job: Profile | null;
  readonly location: Profile | null;
  readonly workflow: Profile;
}
export type RecordName = keyof HireRecords;

/** `person.addresses.addresscity` is root `addresses` of record `person`, and the step `addresscity` below it. */
export interface FieldPath {
  readonly record: RecordName;
  readonly root: string;
  readonly steps: readonly string[];
}

const PATH = /^(?:person|job|location|workflow)(?:\.[a-z0-9_]{1,64}){1,3}$/;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Undefined for what is no path, and for one that names a property of every JavaScript object. */
export function parsePath(from: string): FieldPath | undefined {
  if (!PATH.test(from)) return undefined;
  const [record, root, ...steps] = from.split('.') as [RecordName, string, ...string[]];
  return FORBIDDEN.has(root) || steps.some((step) => FORBIDDEN.has(step)) ? undefined : { record, root, steps };
}

/**
 * The values at a path. One value for a plain field, with a list node, link, currency or salary left as the object it
 * is; of a collection one value for each chosen entry, in order, undefined where an entry has none. Never throws.
 */
export function readPath(records: HireRecords, path: FieldPath, choice: EntryChoice): readonly unknown[] {
  return chosenEntries(records, path, choice).map((entry) => follow(entry, path.steps));
}

/** The value of the root field, or the chosen entries when the path goes on into a collection. */
export function chosenEntries(records: HireRecords, path: FieldPath, choice: EntryChoice): readonly unknown[] {
  const value = ownValue(records[path.record], path.root);
  if (path.steps.length === 0 || !Array.isArray(value)) return [value];
  return chooseEntries(value.filter(isRecord), choice, records.job);
}

/** Goes down by name. A collection inside an entry is left to its primary entry. */
export function follow(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((current, step) => {
    const at: unknown = Array.isArray(current) ? chooseEntries(current.filter(isRecord), 'primary', null)[0] : current;
    return ownValue(at, step);
  }, value);
}
