import { type HealthSpan, type PlatformCounts } from '../health/health-store.ts';
import { type Query } from './database.ts';
import { COUNTS } from './health-statements.ts';
import { boundary, LATE_MS, lowestId, soon, spanValues } from './health-span.ts';

/** Parameters as READ_COUNTS has them, and $8: the lowest id of a hire of the span, $9: late before. */
const READ_PLATFORMS = `
  WITH flows AS (
    SELECT customer_id, measure, kind, amount FROM health_hours
    WHERE hour >= $6::timestamptz AND hour < $1::timestamptz AND measure IN ('event', 'delivered')
      AND customer_id > '' AND ($7::text[] IS NULL OR customer_id = ANY ($7))
    UNION ALL SELECT customer_id, measure, kind, amount FROM (${COUNTS}) AS counted WHERE measure IN ('event', 'delivered')
    UNION ALL SELECT customer_id, 'parked', '', count(*) FROM hires
      WHERE state = 'parked' AND id >= $8::uuid AND ($7::text[] IS NULL OR customer_id = ANY ($7)) GROUP BY 1
    UNION ALL SELECT customer_id, 'late', '', count(*) FROM deliveries
      WHERE isfinite(run_at) AND created_at < $9 AND ($7::text[] IS NULL OR customer_id = ANY ($7)) GROUP BY 1
  ), sums AS (
    SELECT customer_id,
      coalesce(sum(amount) FILTER (WHERE measure = 'delivered'), 0)::float8 AS delivered,
      coalesce(sum(amount) FILTER (WHERE measure = 'parked'), 0)::float8 AS parked,
      coalesce(sum(amount) FILTER (WHERE measure = 'late'), 0)::float8 AS late,
      coalesce(sum(amount) FILTER (WHERE kind = 'accepted'), 0)::float8 AS accepted,
      coalesce(sum(amount) FILTER (WHERE kind = 'ignored'), 0)::float8 AS ignored,
      coalesce(sum(amount) FILTER (WHERE kind = 'refused'), 0)::float8 AS refused,
      coalesce(sum(amount) FILTER (WHERE kind = 'failed'), 0)::float8 AS failed
    FROM flows GROUP BY 1
  ), chosen AS (
    SELECT * FROM sums ORDER BY parked + late + failed DESC, customer_id LIMIT 200
  )
  SELECT customer_id AS "customerId", delivered, parked, late, accepted, ignored, refused, failed,
    newest.received_at AS "lastEventAt"
  FROM chosen LEFT JOIN LATERAL (
    SELECT received_at FROM events WHERE events.customer_id = chosen.customer_id ORDER BY id DESC LIMIT 1
  ) AS newest ON true
  ORDER BY parked + late + failed DESC, customer_id`;

/** The platforms of the scope that have anything to tell, those with most failures first. */
export async function readPlatformCounts(
  query: Query,
  { scope, from, now }: HealthSpan,
  settled: Date | null,
): Promise<readonly PlatformCounts[]> {
  const span = spanValues(boundary(from, settled), soon(now), scope);
  const late = new Date(now.getTime() - LATE_MS);
  const values = [...span, from, scope ?? null, lowestId(from.getTime()), late];
  return query<PlatformCounts & Record<string, unknown>>({ text: READ_PLATFORMS, values });
}
