import { type CanonicalFields } from './hire.ts';
import { fold } from './normalise/fold.ts';

const MAX_TOKENS = 12;

/** The words of a name as they are sought: without case, accents and punctuation, each once, at most 12. */
export function tokensOf(name: string): readonly string[] {
  return [...new Set(fold(name).split(' ').filter(Boolean))].slice(0, MAX_TOKENS);
}

/** The words by which a hire's person is found. */
export function nameTokens(fields: CanonicalFields): readonly string[] {
  return tokensOf(nameOf(fields));
}

/** The person's name as one line; empty when the record holds none. */
export function nameOf({ person }: CanonicalFields): string {
  if (typeof person !== 'object' || Array.isArray(person)) return '';
  const { given_name: given, middle_name: middle, family_name: family } = person as CanonicalFields;
  return [given, middle, family].filter((part): part is string => typeof part === 'string' && part !== '').join(' ');
}
