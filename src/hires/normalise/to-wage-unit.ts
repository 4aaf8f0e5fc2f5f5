import { fold } from './fold.ts';
import { type Normaliser, unusable, usable } from './normalised.ts';
import { isEmpty, ownValue, plainText } from './plain-text.ts';

/** Spellings of iCIMS SALARY time frames and of Form ETA-9035. A daily wage has no place on the form. */
const UNITS = new Map([
  ...['hour', 'hourly', 'per hour', 'hr'].map((name) => [name, 'Hour'] as const),
  ...['week', 'weekly', 'per week', 'wk'].map((name) => [name, 'Week'] as const),
  ...['bi weekly', 'biweekly', 'every two weeks'].map((name) => [name, 'Bi-Weekly'] as const),
  ...['month', 'monthly', 'per month', 'mth'].map((name) => [name, 'Month'] as const),
  ...['year', 'yearly', 'annual', 'annually', 'per year', 'yr'].map((name) => [name, 'Year'] as const),
]);

/** `Hour`, `Week`, `Bi-Weekly`, `Month` or `Year`; null for a salary that names no time frame. */
export const toWageUnit: Normaliser = (raw) => {
  const frame = partOf(raw, 'timeframe');
  if (isEmpty(frame)) return usable(null);
  const text = plainText(frame) ?? '';
  const unit = text.length > 40 ? undefined : UNITS.get(fold(text));
  return unit ? usable(unit) : unusable('an hourly, weekly, bi-weekly, monthly or yearly wage');
};

/** ISO 4217, from text or from an iCIMS CURRENCY or SALARY; null for an amount that names no currency. */
export const toCurrency: Normaliser = (raw) => {
  const currency = partOf(raw, 'currency');
  if (isEmpty(currency)) return usable(null);
  const code = plainText(currency)?.trim().toUpperCase() ?? '';
  return /^[A-Z]{3}$/.test(code) ? usable(code) : unusable('a currency of three letters, like USD');
};

/** A part of an amount of money, or the value itself when it is none. */
function partOf(raw: unknown, name: string): unknown {
  const isMoney = ['amount', 'amountstring', 'timeframe', 'currency'].some((part) => ownValue(raw, part) !== undefined);
  return isMoney ? ownValue(raw, name) : raw;
}
