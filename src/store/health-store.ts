import { type HealthCount, type HealthNow, type HealthSpan, type HealthStore } from '../health/health-store.ts';
import { type Database, type Query } from './database.ts';
import { LAST_EVENT, LAST_EVENT_OF, READ_COUNTS, READ_NOW, SETTLE } from './health-statements.ts';
import { boundary, LATE_MS, lowestId, soon, spanValues } from './health-span.ts';
import { MISSED_SINCE } from './missed-statements.ts';
import { readPlatformCounts } from './platform-counts.ts';

const HOUR_MS = 3_600_000;

/** Health figures on PostgreSQL: hours that are over from the rollup, the newest ones counted on the spot. */
export function createHealthStore({ query, transaction }: Database): HealthStore {
  const settledUntil = async (): Promise<Date | null> =>
    (await query<{ until: Date }>({ text: 'SELECT until FROM health_settled' }))[0]?.until ?? null;
  return {
    settledUntil,
    readCounts: async (span) => readCounts(query, span, await settledUntil()),
    readNow: (span) => readNow(query, span),
    readPlatforms: async (span) => readPlatformCounts(query, span, await settledUntil()),
    secretsOf: (scope) =>
      query<{ customerId: string; secret: string; since: Date }>({
        text: `SELECT customer_id AS "customerId", secret, since FROM secret_ages
          WHERE $1::text[] IS NULL OR customer_id = ANY ($1) ORDER BY since, customer_id, secret LIMIT 500`,
        values: [scope ?? null],
      }),
    async firstEventAt() {
      const rows = await query<{ received_at: Date }>({ text: 'SELECT received_at FROM events ORDER BY id LIMIT 1' });
      return rows[0]?.received_at ?? null;
    },
    settleHour: (hour) => transaction((inside) => settleHour(inside, hour)),
  };
}

async function settleHour(query: Query, hour: Date): Promise<void> {
  const end = new Date(hour.getTime() + HOUR_MS);
  // Two replicas may meet here when one has lost its lease: the second finds the hour counted.
  await query({ text: 'SELECT pg_advisory_xact_lock(hashtext($1))', values: ['settle health'] });
  const [last] = await query<{ until: Date }>({ text: 'SELECT until FROM health_settled' });
  if (last !== undefined && last.until >= end) return;
  await query({ text: SETTLE, values: spanValues(hour, end, undefined) });
  await query({
    text: `INSERT INTO health_settled (until) VALUES ($1)
      ON CONFLICT (one) DO UPDATE SET until = greatest(health_settled.until, $1)`,
    values: [end],
  });
}

async function readCounts(query: Query, span: HealthSpan, settled: Date | null): Promise<readonly HealthCount[]> {
  const { scope, from, now, step } = span;
  const values = [...spanValues(boundary(from, settled), soon(now), scope), from, scope ?? [''], step];
  return query<HealthCount & Record<string, unknown>>({ text: READ_COUNTS, values });
}

async function readNow(query: Query, { scope, from, now }: HealthSpan): Promise<HealthNow> {
  const platforms = scope ?? null;
  const values = [platforms, lowestId(from.getTime()), new Date(now.getTime() - LATE_MS), now];
  const [row = NOTHING_WAITS] = await query<typeof NOTHING_WAITS>({ text: READ_NOW, values });
  const text = platforms === null ? LAST_EVENT : LAST_EVENT_OF;
  const [last] = await query<{ received_at: Date | null }>({ text, values: [platforms] });
  const [found] = await query<{ missed: number }>({ text: MISSED_SINCE, values: [platforms, from] });
  return { ...row, missed: found?.missed ?? 0, lastEventAt: last?.received_at ?? null };
}

const NOTHING_WAITS = { parked: 0, late: 0, depth: 0, oldestSeconds: null as number | null };
