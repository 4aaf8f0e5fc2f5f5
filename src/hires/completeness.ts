import { type CanonicalFields, type CanonicalValue, type Completeness } from './hire.ts';
import { neededAbroad, neededInUs, visaCategories } from './visa-categories.ts';

interface NeededKey {
  readonly key: string;
  readonly parts: readonly string[];
}

interface NeededSets {
  readonly inUs: readonly NeededKey[];
  readonly abroad: readonly NeededKey[];
  readonly either: readonly NeededKey[];
}

const neededByCategory = new Map<string, NeededSets>(
  visaCategories.map(({ name, toOpen, toFile }) => {
    const always = [...toOpen, ...toFile];
    return [
      name,
      {
        inUs: keysOf([...always, ...neededInUs]),
        abroad: keysOf([...always, ...neededAbroad]),
        either: keysOf(always),
      },
    ];
  }),
);

/**
 * How far a record is filled for its visa category, counted over the keys to open and to file; keys that depend on
 * where the person is count once `status.in_us` is known. A category that we do not know needs nothing.
 */
export function completenessOf(fields: CanonicalFields, category: string): Completeness {
  const needed = neededKeys(fields, category);
  const missing = needed.filter(({ parts }) => !holds(fields, parts, 0)).map(({ key }) => key);
  return { needed: needed.length, present: needed.length - missing.length, missing };
}

/** True when a record has a value at a key; of a list, when any of its records has. */
export function hasValue(fields: CanonicalFields, key: string): boolean {
  return holds(fields, key.split('.'), 0);
}

function neededKeys(fields: CanonicalFields, category: string): readonly NeededKey[] {
  const sets = neededByCategory.get(category);
  if (!sets) return [];
  const status = fields['status'];
  const inUs = isFields(status) ? status['in_us'] : undefined;
  if (typeof inUs !== 'boolean') return sets.either;
  return inUs ? sets.inUs : sets.abroad;
}

function keysOf(keys: readonly string[]): readonly NeededKey[] {
  return [...new Set(keys)].map((key) => ({ key, parts: key.split('.') }));
}

function holds(value: CanonicalValue | undefined, parts: readonly string[], at: number): boolean {
  if (Array.isArray(value)) return (value as readonly CanonicalValue[]).some((item) => holds(item, parts, at));
  const part = parts[at];
  if (part === undefined) return value !== undefined;
  return isFields(value) && Object.hasOwn(value, part) && holds(value[part], parts, at + 1);
}

function isFields(value: CanonicalValue | undefined): value is CanonicalFields {
  return typeof value === 'object' && !Array.isArray(value);
}
