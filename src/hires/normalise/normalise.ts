import { type FieldKind } from '../canonical/field.ts';
import { type Normalised, type Normaliser, type Want } from './normalised.ts';
import { toBoolean } from './to-boolean.ts';
import { toChoice } from './to-choice.ts';
import { toANumber, toDolNumber, toFein, toI94, toNaics, toReceipt, toSoc, toSsn, toZip } from './to-code.ts';
import { toCountry } from './to-country.ts';
import { toBirthDate, toDate, toDateOrDs, toPastDate } from './to-date.ts';
import { toEmail } from './to-email.ts';
import { toDecimal, toInteger, toWage, toYear } from './to-number.ts';
import { toPhone, toPhoneExtension } from './to-phone.ts';
import { toName, toRichText, toText } from './to-text.ts';
import { toUsState } from './to-us-state.ts';
import { toCurrency, toWageUnit } from './to-wage-unit.ts';

const normalisers = {
  text: toText,
  'rich-text': toRichText,
  name: toName,
  date: toDate,
  'past-date': toPastDate,
  'birth-date': toBirthDate,
  'date-or-ds': toDateOrDs,
  country: toCountry,
  'us-state': toUsState,
  phone: toPhone,
  'phone-extension': toPhoneExtension,
  email: toEmail,
  boolean: toBoolean,
  choice: toChoice,
  integer: toInteger,
  decimal: toDecimal,
  wage: toWage,
  'wage-unit': toWageUnit,
  currency: toCurrency,
  soc: toSoc,
  ssn: toSsn,
  'a-number': toANumber,
  i94: toI94,
  receipt: toReceipt,
  'dol-number': toDolNumber,
  zip: toZip,
  fein: toFein,
  naics: toNaics,
  year: toYear,
} satisfies Record<FieldKind, Normaliser>;

/** One value in the canonical form of its field. Never throws. */
export function normalise(raw: unknown, want: Want): Normalised {
  return normalisers[want.field.kind](raw, want);
}
