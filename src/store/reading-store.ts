import { type Page, type PageWish } from '../console/page.ts';
import {
  type HireStory,
  type ReadingStore,
  type ShownAttempt,
  type ShownEvent,
  type StuckCause,
} from '../console/reading-store.ts';
import { type CanonicalFields } from '../hires/hire.ts';
import { type HireTrace } from '../hires/hire-trace.ts';
import { createAuditReading } from './audit-reading.ts';
import { createCaseReading } from './case-reading.ts';
import { type Database } from './database.ts';
import { type HireRow, HIRES, toShownHire } from './hire-rows.ts';
import { openSealed, type Opener } from './open-sealed.ts';
import { type Listing, readPage } from './page.ts';
import { searchHires } from './search-hires.ts';
import { type Vault } from './vault.ts';

const EVENTS = `SELECT id, customer_id AS "customerId", event_type AS "eventType", outcome, code, reason,
  workflow_id AS "workflowId", job_id AS "jobId", old_status AS "oldStatus", new_status AS "newStatus",
  hire_id AS "hireId", received_at AS "receivedAt", made_by AS "madeBy" FROM events`;

const STUCK = `SELECT customer_id AS "customerId", reason_code AS code, min(reason_sentence) AS sentence,
  count(*)::integer AS count, min(accepted_at) AS "oldestAt" FROM hires
  WHERE state = 'parked' AND ($1::text IS NULL OR customer_id = $1) AND ($2::text[] IS NULL OR customer_id = ANY ($2))
  GROUP BY customer_id, reason_code ORDER BY count DESC, customer_id, code LIMIT 200`;

const newestFirst = (column: string): Listing['key'] => ({ column, type: 'uuid', order: 'DESC' });

/** What the admin API reads, by keyset pages. */
export function createReadingStore(database: Database, vault: Vault, onTrouble: Opener['onTrouble']): ReadingStore {
  const { query } = database;
  return {
    listEvents: (wish) => readPage<ShownEvent>(query, eventListing(wish), wish),
    getEvent: async (id) => (await query<ShownEvent>({ text: `${EVENTS} WHERE id = $1`, values: [id] }))[0],
    listHires: async (wish) => mapPage(await readPage<HireRow>(query, hireListing(wish), wish), toShownHire),
    searchHires: (search) => searchHires(database, { vault, onTrouble }, search),
    listStuck: (wish) => query<StuckCause>({ text: STUCK, values: [wish.customerId ?? null, wish.platforms ?? null] }),
    getHire: (id) => getHire(database, { vault, onTrouble }, id),
    ...createCaseReading(query, { vault, onTrouble }),
    ...createAuditReading(query),
  };
}

type Wish<List extends keyof ReadingStore> = Parameters<ReadingStore[List]>[0] & PageWish;

function eventListing({ customerId, eventType, outcome, workflowId }: Wish<'listEvents'>): Listing {
  const filters = { customer_id: customerId, event_type: eventType, outcome, workflow_id: workflowId };
  return { select: EVENTS, key: newestFirst('id'), filters, platform: 'customer_id', time: 'received_at' };
}

/** Only what is parked has a reason, and only that is indexed by it. */
function hireListing({ customerId, state, reason, ...ids }: Wish<'listHires'>): Listing {
  const filters = {
    ...{ 'hires.customer_id': customerId, state: state ?? (reason && 'parked'), reason_code: reason },
    ...{ workflow_id: ids.workflowId, person_id: ids.personId, job_id: ids.jobId },
  };
  return { select: HIRES, key: newestFirst('hires.id'), filters, platform: 'hires.customer_id', time: 'accepted_at' };
}

function mapPage<Row, Item>({ items, next }: Page<Row>, toItem: (row: Row) => Item): Page<Item> {
  return { items: items.map(toItem), next };
}

async function getHire({ query }: Database, opener: Opener, id: string): Promise<HireStory | undefined> {
  const [row] = await query<HireRow>({ text: `${HIRES} WHERE hires.id = $1`, values: [id] });
  if (row === undefined) return undefined;
  const attemptLog = await query<ShownAttempt & { id: string }>({
    text: `SELECT at, step, outcome, code, sentence, milliseconds, calls FROM attempts
      WHERE hire_id = $1 ORDER BY id DESC LIMIT 200`,
    values: [id],
  });
  const place = { customerId: row.customerId, table: 'hires', row: id };
  const { fields_sealed: fields, trace_sealed: trace } = row;
  return {
    ...toShownHire(row),
    fields: await openSealed<CanonicalFields>(opener, fields, { ...place, column: 'fields_sealed' }),
    trace: trace && (await openSealed<HireTrace>(opener, trace, { ...place, column: 'trace_sealed' })),
    attemptLog: attemptLog.reverse(),
  };
}
