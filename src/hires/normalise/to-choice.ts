import { type CanonicalField } from '../canonical/field.ts';
import { fold } from './fold.ts';
import { type Normaliser, unusable, usable } from './normalised.ts';
import { plainText } from './plain-text.ts';

const SHOWN = 7;
const indexes = new WeakMap<CanonicalField, ReadonlyMap<string, string>>();

/** One of the field's options, whatever its case, accents, hyphens and spaces. */
export const toChoice: Normaliser = (raw, { field }) => {
  const text = plainText(raw);
  const option = text === undefined || text.length > 200 ? undefined : indexOf(field).get(squeeze(text));
  return option === undefined ? unusable(oneOf(field.options ?? [])) : usable(option);
};

/** "male or female"; a long list is cut short. */
export function oneOf(options: readonly string[]): string {
  const shown = options.slice(0, SHOWN);
  if (options.length > SHOWN) return `one of ${options.length} values, like ${shown.slice(0, 3).join(', ')}`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1) ?? ''}`;
}

function indexOf(field: CanonicalField): ReadonlyMap<string, string> {
  const known = indexes.get(field) ?? toIndex(field);
  indexes.set(field, known);
  return known;
}

function toIndex({ options = [], spellings = {} }: CanonicalField): ReadonlyMap<string, string> {
  const entries = [...Object.entries(spellings), ...options.map((option) => [option, option] as const)];
  return new Map(entries.map(([spelling, option]) => [squeeze(spelling), option]));
}

function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '');
}
