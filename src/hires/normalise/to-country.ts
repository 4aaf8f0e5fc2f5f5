import countries from 'i18n-iso-countries/index.js';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { countryAliases } from './country-aliases.ts';
import { fold } from './fold.ts';
import { type Normaliser, unusable, usable } from './normalised.ts';
import { ownValue, plainText } from './plain-text.ts';

const codesByName = countryIndex();

/**
 * ISO 3166-1 alpha-2 (and `XK` for Kosovo, which has no code of its own there). Takes alpha-2, alpha-3, English names
 * and aliases, and iCIMS list nodes, whose `abbrev` is preferred over their renameable label.
 */
export const toCountry: Normaliser = (raw) => {
  const code = countryCode(ownValue(raw, 'abbrev')) ?? countryCode(raw);
  return code === undefined ? unusable('a country, like India or IN') : usable(code);
};

function countryCode(raw: unknown): string | undefined {
  const text = plainText(raw);
  if (text === undefined || text.length > 100) return undefined;
  return codesByName.get(text) ?? codesByName.get(countryFold(text));
}

/** Every name once; a name that two countries share answers neither. */
function countryIndex(): ReadonlyMap<string, string> {
  const names = Object.entries(english.countries).flatMap(([code, known]) =>
    [known].flat().map((name) => [name, code]),
  );
  const codes = Object.entries(countries.getAlpha2Codes()).flatMap(([two, three]) => [
    [two, two],
    [three, two],
  ]);
  const index = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const [name = '', code = ''] of [...names, ...codes, ...Object.entries(countryAliases)]) {
    const folded = countryFold(name);
    if ((index.get(folded) ?? code) !== code) ambiguous.add(folded);
    index.set(folded, code);
  }
  for (const name of ambiguous) index.delete(name);
  for (const two of Object.keys(countries.getAlpha2Codes())) index.set(two, two);
  return index;
}

function countryFold(name: string): string {
  return fold(name).replace(/^the /, '').replace(/^st /, 'saint ').replace(/ the$/, '');
}
