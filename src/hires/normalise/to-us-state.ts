import { fold } from './fold.ts';
import { type Normaliser, unusable, usable } from './normalised.ts';
import { ownValue, plainText } from './plain-text.ts';

/** The 62 entries of the state lists of Form I-129: states, DC, territories, freely associated states, military mail. */
const STATES =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|' +
  'DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|' +
  'KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|' +
  'MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|' +
  'NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|' +
  'SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|' +
  'WV West Virginia|WI Wisconsin|WY Wyoming|AS American Samoa|GU Guam|MP Northern Mariana Islands|PR Puerto Rico|' +
  'VI Virgin Islands|FM Federated States of Micronesia|MH Marshall Islands|PW Palau|AA Armed Forces Americas|' +
  'AE Armed Forces Europe|AP Armed Forces Pacific';
const FURTHER_NAMES =
  'DC Washington DC|DC Washington D.C.|VI US Virgin Islands|FM Micronesia|MP CNMI|' +
  'MP Commonwealth of the Northern Mariana Islands';

const codesByName = new Map(
  `${STATES}|${FURTHER_NAMES}`.split('|').flatMap((entry) => {
    const code = entry.slice(0, 2);
    return [[fold(code), code] as const, [fold(entry.slice(3)), code] as const];
  }),
);

/** Two letters, from a code, a name, or an iCIMS state node (`abbrev` before label). */
export const toUsState: Normaliser = (raw) => {
  const code = stateCode(ownValue(raw, 'abbrev')) ?? stateCode(raw);
  return code === undefined ? unusable('a US state, like Texas or TX') : usable(code);
};

function stateCode(raw: unknown): string | undefined {
  const text = plainText(raw);
  return text === undefined || text.length > 60 ? undefined : codesByName.get(fold(text));
}
