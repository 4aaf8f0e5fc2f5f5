import { type Profile } from '../icims/icims.ts';
import { addressLinkOf } from '../icims/value-shapes.ts';
import { ownValue, isEmpty, plainText } from './normalise/plain-text.ts';
import { toCountry } from './normalise/to-country.ts';
import { toUsState } from './normalise/to-us-state.ts';

/**
 * Which entries of an iCIMS collection a rule reads: all, the primary one (else the first), the primary one in the US
 * or abroad, or the one address of a location that the job names.
 */
export type EntryChoice = 'every' | 'primary' | 'in-us' | 'abroad' | 'job-location';
type Entries = readonly Profile[];

/** Countries whose addresses Form I-129 takes as US addresses: the US and the territories of its state list. */
const US_COUNTRIES = new Set<unknown>(['US', 'PR', 'GU', 'VI', 'AS', 'MP']);

const choices = {
  every: (entries) => entries,
  primary: (entries) => primaryOf(entries),
  'in-us': (entries) => primaryOf(entries.filter((entry) => isInUs(entry) === true)),
  abroad: (entries) => primaryOf(entries.filter((entry) => isInUs(entry) === false)),
  'job-location': (entries, job) => namedByJob(entries, job),
} satisfies Record<EntryChoice, (entries: Entries, job: Profile | null) => Entries>;

export function chooseEntries(entries: Entries, choice: EntryChoice, job: Profile | null): Entries {
  return choices[choice](entries, job);
}

function primaryOf(entries: Entries): Entries {
  const chosen = entries.find((entry) => ownValue(entry, 'primary') === true) ?? entries[0];
  return chosen ? [chosen] : [];
}

/** Undefined when neither country nor state says: such an address is nobody's guess. */
function isInUs(entry: Profile): boolean | undefined {
  const country = ownValue(entry, 'addresscountry');
  if (isEmpty(country)) return toUsState(ownValue(entry, 'addressstate'), ANY).ok ? true : undefined;
  const code = toCountry(country, ANY);
  return code.ok ? US_COUNTRIES.has(code.value) : undefined;
}

const ANY = { field: { key: '', label: '', kind: 'country' }, today: '' } as const;

/**
 * `joblocation` names an entry of the location's addresses (iCIMS ADDRESSLINK). A location with one address needs no
 * name; among several, another than the named one would be the wrong worksite.
 */
function namedByJob(entries: Entries, job: Profile | null): Entries {
  const named = addressLinkOf(ownValue(job, 'joblocation'))?.entry ?? null;
  if (entries.length < 2) return entries;
  if (named === null) return primaryOf(entries);
  return entries.filter((entry) => plainText(ownValue(entry, 'entry')) === named).slice(0, 1);
}
