import { reachOf, type Right } from '../accounts/rights.ts';
import { RequestFailure } from '../contract/request-failure.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type PageWish } from './reading-store.ts';

/** What every list is asked with. */
export interface PageQuery {
  limit?: number;
  cursor?: string;
  customerId?: string;
  /** ISO 8601. */
  from?: string;
  to?: string;
}

/** Only what the caller may see, whatever was asked for. Throws `RequestFailure` INVALID_REQUEST for a time that is none. */
export function toWish({ limit, cursor, customerId, ...time }: PageQuery, caller: AdminCaller, right: Right): PageWish {
  const [from, to] = [toTime('from', time.from), toTime('to', time.to)];
  return { limit: limit ?? 50, cursor, customerId, platforms: reachOf(caller.grants, right), from, to };
}

/** The contract sees to the form; a thirteenth month or a 30 February has it too. */
function toTime(parameter: 'from' | 'to', text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  const time = new Date(text);
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (isDay && time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999) return time;
  const problem = 'must be a time that exists, such as 2026-11-20T10:00:00Z';
  throw new RequestFailure('INVALID_REQUEST', `${parameter} ${problem}.`, [{ pointer: parameter, problem }]);
}
