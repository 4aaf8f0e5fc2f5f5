import { RequestFailure } from '../contract/request-failure.ts';

/** The contract sees to the form; a thirteenth month or a 30 February has it too. Throws `RequestFailure` for these. */
export function toTime(parameter: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  const time = new Date(text);
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (isDay && time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999) return time;
  const problem = 'must be a time that exists, such as 2026-11-20T10:00:00Z';
  throw new RequestFailure('INVALID_REQUEST', `${parameter} ${problem}.`, [{ pointer: parameter, problem }]);
}
