import { type Page } from '../console/page.ts';
import { type FoundHire, type HireSearch } from '../console/reading-store.ts';
import { type CanonicalFields } from '../hires/hire.ts';
import { nameOf } from '../hires/name-tokens.ts';
import { Failure } from '../runtime/failure.ts';
import { type Database } from './database.ts';
import { type HireRow, HIRES, toShownHire } from './hire-rows.ts';
import { openSealed, type Opener } from './open-sealed.ts';
import { type Listing, readPage } from './page.ts';

const nobody: Page<FoundHire> = { items: [], next: null };

/** One page of the platform's hires whose person's name holds every word, newest first (docs/decisions/0014). */
export async function searchHires({ query }: Database, opener: Opener, search: HireSearch): Promise<Page<FoundHire>> {
  const tokens = await blindWords(opener, search);
  if (tokens.length === 0) return nobody;
  const { items, next } = await readPage<HireRow>(query, listingOf(search, tokens), search);
  return { items: await Promise.all(items.map((row) => withName(opener, row))), next };
}

/** None when the platform was deleted: then nothing of it can be found by name. */
async function blindWords({ vault }: Opener, { customerId, words }: HireSearch): Promise<readonly string[]> {
  try {
    const key = await vault.keyOf(customerId);
    return words.map((word) => `\\x${key.mark(['name', word]).toString('hex')}`);
  } catch (error) {
    if (error instanceof Failure && error.code === 'DATA_KEY_GONE') return [];
    throw error;
  }
}

/** Each word is a walk along its own part of the index, in the order of the list. */
function listingOf({ customerId, state }: HireSearch, tokens: readonly string[]): Listing {
  const joins = tokens.map((_token, at) => `JOIN hire_names AS word${at} ON word${at}.hire_id = hires.id`);
  const words = Object.fromEntries(tokens.map((token, at) => [`word${at}.token`, token]));
  return {
    select: `${HIRES} ${joins.join(' ')}`,
    key: { column: 'word0.hire_id', type: 'uuid', order: 'DESC' },
    filters: { ...words, 'hires.customer_id': customerId, state },
    platform: 'hires.customer_id',
    time: 'accepted_at',
  };
}

async function withName(opener: Opener, row: HireRow): Promise<FoundHire> {
  const place = { customerId: row.customerId, table: 'hires', column: 'fields_sealed', row: row.id };
  const fields = await openSealed<CanonicalFields>(opener, row.fields_sealed, place);
  return { ...toShownHire(row), personName: fields === null ? null : nameOf(fields) };
}
