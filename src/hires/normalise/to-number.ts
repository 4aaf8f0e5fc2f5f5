import { type Normaliser, unusable, usable } from './normalised.ts';
import { ownValue, plainText } from './plain-text.ts';

const NUMBER = /^-?(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,4})?$/;

/** A whole number from 0 up, with at most as many digits as the field holds. */
export const toInteger: Normaliser = (raw, { field }) => {
  const number = numberOf(raw);
  const digits = field.maxLength ?? 15;
  const fits = number !== undefined && Number.isSafeInteger(number) && number >= 0 && String(number).length <= digits;
  return fits ? usable(number) : unusable(`a whole number of at most ${digits} digits`);
};

/** A decimal number; thousands may be grouped with commas. */
export const toDecimal: Normaliser = (raw, { field }) => {
  const number = numberOf(raw);
  const fits = number !== undefined && String(number).length <= (field.maxLength ?? 20);
  return fits ? usable(number) : unusable('a number, like 1250.50');
};

/** An amount of money above zero: number, text, iCIMS CURRENCY or SALARY (iCIMS data models, iForms). */
export const toWage: Normaliser = (raw) => {
  const number = numberOf(ownValue(raw, 'amount') ?? ownValue(raw, 'amountstring') ?? raw);
  return number !== undefined && number > 0 ? usable(number) : unusable('an amount above zero, like 120000');
};

/** A year of four digits. */
export const toYear: Normaliser = (raw) => {
  const number = numberOf(raw);
  const fits = number !== undefined && Number.isInteger(number) && number >= 1600 && number <= 2100;
  return fits ? usable(number) : unusable('a year, like 1998');
};

/** `-0` and anything that JSON or a form could not hold is no number here. */
function numberOf(raw: unknown): number | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) && Math.abs(raw) < 1e15 ? raw + 0 : undefined;
  const text = plainText(raw)?.trim().replace(/^\$ ?/, '') ?? '';
  return text.length <= 40 && NUMBER.test(text) ? Number(text.replaceAll(',', '')) + 0 : undefined;
}
