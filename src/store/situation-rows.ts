import { type AlertStore, type StoredSituation, type Tally } from '../alerts/alert-store.ts';
import { type ParkedFor, type ServiceSituation } from '../alerts/situation.ts';
import { type Query } from './database.ts';
import { COUNT_MISSED } from './missed-statements.ts';

type Asked = Parameters<AlertStore['situations']>[0];

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** So many of the newest hires and events tell how things go; counting a day's million every minute would not pay. */
const NEWEST = 200;

const PARKED = `SELECT customer_id AS "customerId", reason_code AS code, count(*)::integer AS count,
  min(accepted_at) AS "oldestAt" FROM hires
  WHERE state = 'parked' AND closed_at IS NULL AND customer_id = ANY ($1) GROUP BY customer_id, reason_code`;

/** A failed delivery waits since it failed first; another one since it was due. */
const WAITING = `SELECT customer_id AS "customerId", min(coalesce(first_failed_at, run_at)) AS since FROM deliveries
  WHERE isfinite(run_at) AND (run_at <= now() OR first_failed_at IS NOT NULL) AND customer_id = ANY ($1)
  GROUP BY customer_id`;

const RECENT = `SELECT asked.customer_id AS "customerId", h.succeeded, h.failed + e.failed AS failed
  FROM unnest($1::text[]) AS asked (customer_id)
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state IN ('delivered', 'withdrawn'))::integer AS succeeded,
      count(*) FILTER (WHERE state = 'parked')::integer AS failed
    FROM (SELECT state FROM hires WHERE hires.customer_id = asked.customer_id AND id >= $2 ORDER BY id DESC LIMIT ${NEWEST}) AS newest
  ) AS h
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE outcome = 'failed')::integer AS failed
    FROM (SELECT outcome FROM events WHERE events.customer_id = asked.customer_id AND id >= $2 ORDER BY id DESC LIMIT ${NEWEST}) AS newest
  ) AS e`;

/** Whether events came in the same hours of the week, this week, the last one and the one before. */
const EVENTS = `SELECT asked.customer_id AS "customerId",
  (SELECT received_at FROM events WHERE events.customer_id = asked.customer_id ORDER BY id DESC LIMIT 1) AS "lastAt",
  NOT EXISTS (SELECT FROM events WHERE events.customer_id = asked.customer_id AND id >= this_week)
  AND EXISTS (SELECT FROM events WHERE events.customer_id = asked.customer_id AND id >= last_week AND id < $4)
  AND EXISTS (SELECT FROM events WHERE events.customer_id = asked.customer_id AND id >= before AND id < $6) AS missing
  FROM unnest($1::text[], $2::uuid[], $3::uuid[], $5::uuid[]) AS asked (customer_id, this_week, last_week, before)`;

const CHANGED = `SELECT customer_id AS "customerId", updated_at AS "changedAt" FROM platforms WHERE customer_id = ANY ($1)`;

const TALLY_EVENTS = `SELECT outcome, code, count(*)::integer AS count FROM events
  WHERE customer_id = $1 AND id >= $2 AND id < $3 GROUP BY outcome, code ORDER BY outcome, count DESC, code`;
const TALLY_HIRES = `SELECT count(*) FILTER (WHERE state = 'delivered')::integer AS delivered,
  count(*) FILTER (WHERE state = 'withdrawn')::integer AS withdrawn FROM hires WHERE customer_id = $1 AND id >= $2 AND id < $3`;

/** What the rules and the digest look at, read by indexes only. */
export async function readSituations(query: Query, asked: Asked, now: Date): Promise<readonly StoredSituation[]> {
  const ids = asked.map(({ customerId }) => customerId);
  const parked = await query<ParkedFor & { customerId: string }>({ text: PARKED, values: [ids] });
  const waiting = await query<{ customerId: string; since: Date }>({ text: WAITING, values: [ids] });
  const recent = await query<{ customerId: string; succeeded: number; failed: number }>({
    text: RECENT,
    values: [ids, firstIdAt(now.getTime() - 24 * HOUR_MS)],
  });
  const events = await query<{ customerId: string; lastAt: Date | null; missing: boolean }>({
    text: EVENTS,
    values: [ids, ...windows(asked, now)],
  });
  const changed = await query<{ customerId: string; changedAt: Date }>({ text: CHANGED, values: [ids] });
  const missed = await countMissed(query, ids);
  const parkedOf = Map.groupBy(parked, ({ customerId }) => customerId);
  const waitingSince = new Map(waiting.map(({ customerId, since }) => [customerId, since]));
  const changedAt = new Map(changed.map((each) => [each.customerId, each.changedAt]));
  const [recentOf, eventsOf] = [byId(recent), byId(events)];
  return ids.map((customerId) => ({
    customerId,
    parked: parkedOf.get(customerId) ?? [],
    waitingSince: waitingSince.get(customerId) ?? null,
    recent: recentOf.get(customerId) ?? { succeeded: 0, failed: 0 },
    events: eventsOf.get(customerId) ?? { lastAt: null, missing: false },
    missedHires: missed.get(customerId) ?? 0,
    changedAt: changedAt.get(customerId) ?? now,
  }));
}

/** There is one row of a platform at most. */
function byId<Row extends { customerId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.customerId, row]));
}

/** What the newest walk along the audit chain found. */
export async function readServiceSituation(query: Query): Promise<ServiceSituation> {
  const [row] = await query<{ broken_at: string | null }>({ text: 'SELECT broken_at FROM audit_check' });
  return { auditBrokenAt: row?.broken_at ?? null };
}

/** Counts of one platform between two times. */
export async function readTally(
  query: Query,
  customerId: string,
  { from, to }: { from: Date; to: Date },
): Promise<Tally> {
  const values = [customerId, firstIdAt(from.getTime()), firstIdAt(to.getTime())];
  const events = await query<Tally['events'][number]>({ text: TALLY_EVENTS, values });
  const [hires] = await query<{ delivered: number; withdrawn: number }>({ text: TALLY_HIRES, values });
  const parked = await query<ParkedFor>({ text: PARKED, values: [[customerId]] });
  return {
    events,
    delivered: hires?.delivered ?? 0,
    withdrawn: hires?.withdrawn ?? 0,
    parked,
    missed: (await countMissed(query, [customerId])).get(customerId) ?? 0,
  };
}

async function countMissed(query: Query, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ customerId: string; missed: number }>({ text: COUNT_MISSED, values: [ids] });
  return new Map(rows.map(({ customerId, missed }) => [customerId, missed]));
}

function windows(asked: Asked, now: Date): readonly unknown[] {
  const since = (weeks: number): string[] =>
    asked.map(({ silentHours }) => firstIdAt(now.getTime() - weeks * WEEK_MS - silentHours * HOUR_MS));
  const until = (weeks: number): string => firstIdAt(now.getTime() - weeks * WEEK_MS);
  return [since(0), since(1), until(1), since(2), until(2)];
}

/** The smallest UUIDv7 of a millisecond (RFC 9562, 5.7): ids of events and hires ascend with time. */
function firstIdAt(ms: number): string {
  const hex = Math.max(0, Math.floor(ms)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
