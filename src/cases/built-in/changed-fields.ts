import { isDeepStrictEqual } from 'node:util';
import { type CanonicalFields, type CanonicalValue } from '../../hires/hire.ts';

/** Canonical keys whose values differ, sorted: `job.start`, `person.us_address.city`. Lists are compared as a whole. */
export function changedFields(before: CanonicalFields, after: CanonicalFields): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => changesUnder(key, before[key], after[key])).sort();
}

function changesUnder(key: string, before: CanonicalValue | undefined, after: CanonicalValue | undefined): string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (!isNested(before) || !isNested(after)) return [key];
  return changedFields(before, after).map((inner) => `${key}.${inner}`);
}

function isNested(value: CanonicalValue | undefined): value is CanonicalFields {
  return typeof value === 'object' && !Array.isArray(value);
}
