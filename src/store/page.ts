import { Failure } from '../runtime/failure.ts';
import { type Page, type PageWish } from '../console/reading-store.ts';
import { type Query } from './database.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A list by keyset: `order` is the key's direction, and the key is unique, so a page never repeats or skips a row. */
export interface Listing {
  readonly select: string;
  readonly key: { readonly column: string; readonly type: 'uuid' | 'bigint'; readonly order: 'ASC' | 'DESC' };
  /** Value by column; an undefined value leaves the filter out. */
  readonly filters: Readonly<Record<string, string | undefined>>;
  /** The column of the platform, for readers who may see some only. */
  readonly platform: string;
  /** The column that `from` and `to` bound. */
  readonly time: string;
}

/** Reads one page. Columns come from the code, values only as parameters. */
export async function readPage<Row extends { id: string }>(
  query: Query,
  listing: Listing,
  wish: PageWish,
): Promise<Page<Row>> {
  const { key, select } = listing;
  const { conditions, values } = conditionsOf(listing, wish);
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const text = `${select} ${where} ORDER BY ${key.column} ${key.order} LIMIT $${values.length + 1}`;
  const rows = await query<Row>({ text, values: [...values, wish.limit + 1] });
  const items = rows.slice(0, wish.limit);
  return { items, next: rows.length > wish.limit ? (items.at(-1)?.id ?? null) : null };
}

function conditionsOf({ key, filters, platform, time }: Listing, { cursor, platforms, from, to }: PageWish) {
  const after = cursor === undefined ? undefined : checkCursor(cursor, key.type);
  const wanted: readonly (readonly [test: string, value: unknown])[] = [
    ...Object.entries(filters).map(([column, value]) => [`${column} = $`, value] as const),
    [`${key.column} ${key.order === 'ASC' ? '>' : '<'} $`, after],
    [`${platform} = ANY ($::text[])`, platforms],
    [`${time} >= $`, from],
    [`${time} < $`, to],
  ];
  const given = wanted.filter(([, value]) => value !== undefined);
  return {
    conditions: given.map(([test], at) => test.replace('$', `$${at + 1}`)),
    values: given.map(([, value]) => value),
  };
}

function checkCursor(cursor: string, type: 'uuid' | 'bigint'): string {
  if (type === 'uuid' ? uuid.test(cursor) : /^[0-9]{1,18}$/.test(cursor)) return cursor;
  throw new Failure('invalid', 'INVALID_CURSOR', 'Send back `next` of the page before as `cursor`, unchanged.');
}
