import { reachOf, type Right } from '../accounts/rights.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type PageWish } from './page.ts';
import { toTime } from './to-time.ts';

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
