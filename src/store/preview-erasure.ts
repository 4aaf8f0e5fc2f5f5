import { type ErasurePreview, type ErasureStore } from '../retention/erasure-store.ts';
import { type Database, type Query } from './database.ts';
import { COUNT_EVENTS, COUNT_HIRES_OF_PERSON } from './erasure-statements.ts';

const EVENTS_A_PAGE = 2_000;
const START = '00000000-0000-0000-0000-000000000000';

type Wish = Parameters<ErasureStore['preview']>[0];
type Counted = Omit<ErasurePreview, 'events'> & { readonly workflowIds: readonly string[] };

/** Counts what an erasure would find, in statements as small as its own. */
export async function previewErasure({ query }: Database, wish: Wish): Promise<ErasurePreview> {
  const { customerId, personId } = wish;
  const [counted] = await query<Counted>({ ...COUNT_HIRES_OF_PERSON, values: [customerId, personId] });
  const { workflowIds, ...counts } = counted ?? { ...NOTHING, workflowIds: [] };
  const events = await countEvents(query, customerId, [...wish.workflowIds, ...workflowIds]);
  return { ...counts, events };
}

interface Page {
  readonly size: number;
  readonly last: string | null;
  readonly found: number;
}

async function countEvents(query: Query, customerId: string, workflowIds: readonly string[]): Promise<number> {
  let found = 0;
  let after: string | null = START;
  while (after !== null) {
    const values: readonly unknown[] = [customerId, after, workflowIds, EVENTS_A_PAGE];
    const [page]: Page[] = await query<Page>({ ...COUNT_EVENTS, values });
    found += page?.found ?? 0;
    after = page?.size === EVENTS_A_PAGE ? page.last : null;
  }
  return found;
}

const NOTHING = { hires: 0, openHires: 0, cases: 0, casesElsewhere: 0 };
