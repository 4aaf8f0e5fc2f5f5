import { Failure } from '../runtime/failure.ts';
import { type Page, type PageWish } from '../console/reading-store.ts';
import { type Query } from './database.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A list by keyset: `order` is the key's direction, and the key is unique, so a page never repeats or skips a row. */
export interface Listing {
  readonly select: string;
  readonly key: { readonly column: string; readonly type: 'uuid' | 'bigint'; readonly order: 'ASC' | 'DESC' };
  /** Column and value; an undefined value leaves the filter out. */
  readonly filters: readonly (readonly [column: string, value: string | undefined])[];
  /** The column that `from` and `to` bound. */
  readonly time: string;
}

/** Reads one page. Columns come from the code, values only as parameters. */
export async function readPage<Row extends { id: string }>(
  query: Query,
  listing: Listing,
  wish: PageWish,
): Promise<Page<Row>> {
  const { key, select, filters, time } = listing;
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = filters.flatMap(([column, value]) => (value === undefined ? [] : [`${column} = ${bind(value)}`]));
  if (wish.cursor !== undefined)
    conditions.push(`${key.column} ${key.order === 'ASC' ? '>' : '<'} ${bind(checkCursor(wish.cursor, key.type))}`);
  if (wish.from !== undefined) conditions.push(`${time} >= ${bind(wish.from)}`);
  if (wish.to !== undefined) conditions.push(`${time} < ${bind(wish.to)}`);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const rows = await query<Row>({
    text: `${select} ${where} ORDER BY ${key.column} ${key.order} LIMIT ${bind(wish.limit + 1)}`,
    values,
  });
  const items = rows.slice(0, wish.limit);
  return { items, next: rows.length > wish.limit ? (items.at(-1)?.id ?? null) : null };
}

function checkCursor(cursor: string, type: 'uuid' | 'bigint'): string {
  if (type === 'uuid' ? uuid.test(cursor) : /^[0-9]{1,18}$/.test(cursor)) return cursor;
  throw new Failure('invalid', 'INVALID_CURSOR', 'Send back `next` of the page before as `cursor`, unchanged.');
}
