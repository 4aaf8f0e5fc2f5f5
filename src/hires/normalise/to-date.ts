import { type Normaliser, unusable, usable } from './normalised.ts';
import { plainText } from './plain-text.ts';

const DATE = 'a date, like 2031-06-02';
const PAST_DATE = 'a date that is not in the future, like 2024-05-31';
const BIRTH_DATE = 'a date in the past, like 1994-05-31';
/** The least age of employment under the Fair Labor Standards Act (29 CFR 570.2); younger is a slip of the keyboard. */
const LEAST_AGE = 14;

/**
 * `yyyy-MM-dd` of a real day from 1900 to 2100. Takes an iCIMS DATEONLY (`2031-05-03`) or DATETIME
 * (`2031-05-03 02:07 PM`, UTC; iCIMS REST API, Field Types), whose date is taken as written: a day never shifts.
 */
export const toDate: Normaliser = (raw) => {
  const date = calendarDate(raw);
  return date === undefined ? unusable(DATE) : usable(date);
};

/** A date up to today. */
export const toPastDate: Normaliser = (raw, { today }) => {
  const date = calendarDate(raw);
  return date === undefined || date > today ? unusable(PAST_DATE) : usable(date);
};

/** A date that makes a person of today at least 14 years old. */
export const toBirthDate: Normaliser = (raw, { today }) => {
  const date = calendarDate(raw);
  if (date === undefined || date >= today) return unusable(BIRTH_DATE);
  const turns = `${Number(date.slice(0, 4)) + LEAST_AGE}${date.slice(4)}`;
  return turns > today ? unusable(`the birth date of a person of at least ${LEAST_AGE} years`) : usable(date);
};

/** A date, or `D/S` for duration of status, as students and exchange visitors have on their I-94. */
export const toDateOrDs: Normaliser = (raw) => {
  const text = plainText(raw)?.trim() ?? '';
  if (/^(?:d ?\/ ?s|ds|duration of status)$/i.test(text)) return usable('D/S');
  const date = calendarDate(raw);
  return date === undefined ? unusable(`${DATE}, or D/S`) : usable(date);
};

function calendarDate(raw: unknown): string | undefined {
  const text = typeof raw === 'string' ? raw.trim() : '';
  const match = /^(\d{4})-(\d{2})-(\d{2})(?: (?:0\d|1[0-2]):[0-5]\d [AP]M)?$/i.exec(text);
  return match && isPlausibleDay(match.slice(1, 4).map(Number)) ? text.slice(0, 10) : undefined;
}

function isPlausibleDay([year = 0, month = 0, day = 0]: readonly number[]): boolean {
  return year >= 1900 && year <= 2100 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
