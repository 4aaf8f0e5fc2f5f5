import { Failure } from '../runtime/failure.ts';
import { type Page, type PageWish } from '../console/page.ts';
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
  /** Where the key does not hold its time: which keys a span of it can have at most, `$` being its end. */
  readonly span?: { readonly from: string; readonly to: string };
  /** No key beyond this one; undefined for all. */
  readonly last?: string | undefined;
}

/** Reads one page. Columns come from the code, values only as parameters. */
export async function readPage<Row extends { id: string }>(
  query: Query,
  listing: Listing,
  wish: PageWish,
): Promise<Page<Row>> {
  const rows = await query<Row>(toStatement(listing, wish));
  const items = rows.slice(0, wish.limit);
  return { items, next: rows.length > wish.limit ? (items.at(-1)?.id ?? null) : null };
}

/** A reader of several platforms gets the newest of each, merged: no index holds several in one order. */
function toStatement(listing: Listing, wish: PageWish): { text: string; values: unknown[] } {
  const { key, select, platform } = listing;
  const { conditions, values } = conditionsOf(listing, wish);
  const reach = wish.platforms === undefined ? [] : [`${platform} = reach.platform`];
  const all = [...conditions, ...reach];
  const where = all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`;
  const limit = `LIMIT $${values.length + 1}`;
  const page = `${select} ${where} ORDER BY ${key.column} ${key.order} ${limit}`;
  if (wish.platforms === undefined) return { text: page, values: [...values, wish.limit + 1] };
  const text = `SELECT page.* FROM unnest($${values.length + 2}::text[]) AS reach (platform)
    CROSS JOIN LATERAL (${page}) AS page ORDER BY page.id ${key.order} ${limit}`;
  return { text, values: [...values, wish.limit + 1, [...new Set(wish.platforms)]] };
}

/** How many rows fit, whatever the page, and the greatest key among them. */
export async function countRows(
  query: Query,
  listing: Omit<Listing, 'select'> & { readonly table: string },
  { from, to, platforms }: Omit<PageWish, 'limit'>,
): Promise<{ count: number; last: string | null }> {
  const { conditions, values } = conditionsOf(listing, { from, to });
  const reach = `($${values.length + 1}::text[] IS NULL OR ${listing.platform} = ANY ($${values.length + 1}))`;
  const [row] = await query<{ count: string; last: string | null }>({
    text: `SELECT count(*), max(${listing.key.column}) AS last FROM ${listing.table}
      WHERE ${[...conditions, reach].join(' AND ')}`,
    values: [...values, platforms ?? null],
  });
  return { count: Number(row?.count ?? 0), last: row?.last ?? null };
}

function conditionsOf(
  { key, filters, time, span, last }: Omit<Listing, 'select'>,
  { cursor, from, to }: Pick<PageWish, 'cursor' | 'from' | 'to'>,
) {
  const after = cursor === undefined ? undefined : checkCursor(cursor, key.type);
  const wanted: readonly (readonly [test: string, value: unknown])[] = [
    ...Object.entries(filters).map(([column, value]) => [`${column} = $`, value] as const),
    [`${key.column} ${key.order === 'ASC' ? '>' : '<'} $`, after],
    [`${time} >= $`, from],
    [`${time} < $`, to],
    [`${key.column} <= $`, last],
    ...(span === undefined ? idBounds(key, { from, to }) : [[span.from, from] as const, [span.to, to] as const]),
  ];
  const given = wanted.filter(([, value]) => value !== undefined);
  return {
    conditions: given.map(([test], at) => test.replace('$', `$${at + 1}`)),
    values: given.map(([, value]) => value),
  };
}

const DAY_MS = 86_400_000;

/** UUIDv7 begin with their time in milliseconds: so a list goes straight to a span of it, with a day for clocks that differ. */
function idBounds({ column, type }: Listing['key'], { from, to }: Pick<PageWish, 'from' | 'to'>) {
  if (type !== 'uuid') return [];
  return [
    [`${column} >= $`, from && idAt(from.getTime() - DAY_MS)],
    [`${column} < $`, to && idAt(to.getTime() + DAY_MS)],
  ] as const;
}

function idAt(ms: number): string {
  const hex = Math.min(Math.max(ms, 0), 0xffff_ffff_ffff).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

function checkCursor(cursor: string, type: 'uuid' | 'bigint'): string {
  if (type === 'uuid' ? uuid.test(cursor) : /^[0-9]{1,18}$/.test(cursor)) return cursor;
  throw new Failure('invalid', 'INVALID_CURSOR', 'Send back `next` of the page before as `cursor`, unchanged.');
}
