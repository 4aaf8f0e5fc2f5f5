import { caseNumber } from '../cases/built-in/case-number.ts';
import {
  type CaseStory,
  type HireStory,
  type Page,
  type PageWish,
  type ReadingStore,
  type ShownAttempt,
  type ShownCase,
  type ShownEvent,
  type StuckCause,
} from '../console/reading-store.ts';
import { type CanonicalFields } from '../hires/hire.ts';
import { type HireTrace } from '../hires/hire-trace.ts';
import { createAuditReading } from './audit-reading.ts';
import { type Database } from './database.ts';
import { type HireRow, HIRES, toShownHire } from './hire-rows.ts';
import { openSealed, type Opener } from './open-sealed.ts';
import { type Listing, readPage } from './page.ts';
import { searchHires } from './search-hires.ts';
import { type Vault } from './vault.ts';

const EVENTS = `SELECT id, customer_id AS "customerId", event_type AS "eventType", outcome, code, reason,
  workflow_id AS "workflowId", job_id AS "jobId", old_status AS "oldStatus", new_status AS "newStatus",
  hire_id AS "hireId", received_at AS "receivedAt", made_by AS "madeBy" FROM events`;

const CASES = `SELECT id, number, customer_id AS "customerId", hire_id AS "hireId", visa_category AS "visaCategory", state,
  opened_at AS "openedAt", updated_at AS "updatedAt", fields_sealed FROM cases`;

const STUCK = `SELECT customer_id AS "customerId", reason_code AS code, min(reason_sentence) AS sentence,
  count(*)::integer AS count, min(accepted_at) AS "oldestAt" FROM hires
  WHERE state = 'parked' AND ($1::text IS NULL OR customer_id = $1) AND ($2::text[] IS NULL OR customer_id = ANY ($2))
  GROUP BY customer_id, reason_code ORDER BY count DESC, customer_id, code LIMIT 200`;

type Sealed<Shown> = Shown & { readonly fields_sealed: Buffer };

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
    listCases: async (wish) => mapPage(await readPage<Sealed<ShownCase>>(query, caseListing(wish), wish), toShownCase),
    getCase: (idOrNumber) => getCase(database, { vault, onTrouble }, idOrNumber),
    ...createAuditReading(query),
  };
}

type Wish<List extends keyof ReadingStore> = Parameters<ReadingStore[List]>[0] & PageWish;

function eventListing({ customerId, eventType, outcome, workflowId }: Wish<'listEvents'>): Listing {
  const filters = { customer_id: customerId, event_type: eventType, outcome, workflow_id: workflowId };
  return { select: EVENTS, key: newestFirst('id'), filters, platform: 'customer_id', time: 'received_at' };
}

function hireListing({ customerId, state, reason, ...ids }: Wish<'listHires'>): Listing {
  const filters = {
    ...{ 'hires.customer_id': customerId, state, reason_code: reason },
    ...{ workflow_id: ids.workflowId, person_id: ids.personId, job_id: ids.jobId },
  };
  return { select: HIRES, key: newestFirst('hires.id'), filters, platform: 'hires.customer_id', time: 'accepted_at' };
}

function caseListing({ customerId, state }: Wish<'listCases'>): Listing {
  return {
    select: CASES,
    key: newestFirst('id'),
    filters: { customer_id: customerId, state },
    platform: 'customer_id',
    time: 'opened_at',
  };
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

async function getCase({ query }: Database, opener: Opener, idOrNumber: string): Promise<CaseStory | undefined> {
  const isNumber = idOrNumber.startsWith('IMM-');
  const [row] = await query<Sealed<ShownCase>>({
    text: `${CASES} WHERE ${isNumber ? 'number' : 'id'} = $1`,
    values: [isNumber ? idOrNumber.slice('IMM-'.length) : idOrNumber],
  });
  if (row === undefined) return undefined;
  const history = await query<{ at: Date; what: string }>({
    text: 'SELECT at, what FROM case_history WHERE case_id = $1 ORDER BY id',
    values: [row.id],
  });
  const place = { customerId: row.customerId, table: 'cases', column: 'fields_sealed', row: row.hireId };
  return { ...toShownCase(row), fields: await openSealed<CanonicalFields>(opener, row.fields_sealed, place), history };
}

function toShownCase({ fields_sealed, ...row }: Sealed<ShownCase>): ShownCase {
  return { ...row, number: caseNumber(Number(row.number)) };
}
