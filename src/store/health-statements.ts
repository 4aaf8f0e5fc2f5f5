/**
 * Statements of the health figures. Events and hires have ids that ascend with time, so a span of time is a span of the
 * primary key: $3 and $4 hold it, an hour wider at each end than the times in $1 and $2, which decide. $5 holds the
 * platforms, null for all.
 */
const OF_SPAN = (time: string): string => `id >= $3::uuid AND id < $4::uuid AND ${time} >= $1 AND ${time} < $2
    AND ($5::text[] IS NULL OR customer_id = ANY ($5))`;

/** Everything that is counted, by platform and hour. */
export const COUNTS = `
  WITH heard AS (
    SELECT customer_id, date_trunc('hour', received_at, 'UTC') AS hour, outcome FROM events WHERE ${OF_SPAN('received_at')}
  ), done AS (
    SELECT customer_id, date_trunc('hour', delivered_at, 'UTC') AS hour,
      accepted_at - came.received_at AS answer, opened_at - accepted_at AS opening, delivered_at - opened_at AS writing,
      delivered_at - came.received_at AS whole
    FROM hires LEFT JOIN LATERAL (SELECT received_at FROM events WHERE events.id = hires.event_id) AS came ON true
    WHERE delivered_at >= $1 AND delivered_at < $2 AND ($5::text[] IS NULL OR customer_id = ANY ($5))
  ), ordered AS (
    SELECT customer_id, date_trunc('hour', accepted_at, 'UTC') AS hour, visa_category,
      (completeness ->> 'needed')::integer AS needed, (completeness ->> 'present')::integer AS present
    FROM hires WHERE ${OF_SPAN('accepted_at')}
  )
  SELECT customer_id, date_trunc('hour', first_seen_at, 'UTC') AS hour, 'reconciled' AS measure, '' AS kind, count(*) AS amount
    FROM reconciled_workflows WHERE first_seen_at >= $1 AND first_seen_at < $2
      AND ($5::text[] IS NULL OR customer_id = ANY ($5)) GROUP BY 1, 2
  UNION ALL SELECT customer_id, hour, 'event' AS measure, outcome AS kind, count(*) AS amount FROM heard GROUP BY 1, 2, 4
  UNION ALL SELECT customer_id, hour, 'delivered', '', count(*) FROM done GROUP BY 1, 2
  UNION ALL SELECT customer_id, hour, 'latency.' || name, latency_bucket(duration)::text, count(*)
    FROM done, LATERAL (VALUES ('answer', answer), ('case', opening), ('writeBack', writing), ('whole', whole)) AS lasted (name, duration)
    WHERE duration IS NOT NULL GROUP BY 1, 2, 3, 4
  UNION ALL SELECT customer_id, hour, 'completeness.' || name, visa_category, sum(value)
    FROM ordered, LATERAL (VALUES ('hires', 1), ('needed', needed), ('present', present)) AS counted (name, value)
    GROUP BY 1, 2, 3, 4`;

/** Keeps one hour's counts, and their sums over all platforms under the empty name. */
export const SETTLE = `
  WITH counts AS (${COUNTS})
  INSERT INTO health_hours (customer_id, hour, measure, kind, amount)
  SELECT customer_id, hour, measure, kind, amount FROM counts
  UNION ALL SELECT '', hour, measure, kind, sum(amount) FROM counts GROUP BY hour, measure, kind`;

/** $6: from where the kept hours begin, $7: their platforms, $8: hour or day. Kept hours end where the counts begin. */
export const READ_COUNTS = `
  SELECT CASE WHEN measure IN ('event', 'delivered') THEN date_trunc($8, hour, 'UTC') END AS at, measure, kind,
    sum(amount)::float8 AS amount
  FROM (
    SELECT hour, measure, kind, amount FROM health_hours
    WHERE customer_id = ANY ($7::text[]) AND hour >= $6::timestamptz AND hour < $1::timestamptz
    UNION ALL SELECT hour, measure, kind, amount FROM (${COUNTS}) AS counted
  ) AS both_parts
  GROUP BY 1, 2, 3`;

/** $1: the platforms, null for all; $2: the lowest id of a hire of the span; $3: late before. */
export const READ_NOW = `
  SELECT
    (SELECT count(*) FROM hires WHERE state = 'parked' AND id >= $2::uuid AND ($1::text[] IS NULL OR customer_id = ANY ($1)))::integer AS parked,
    count(*) FILTER (WHERE created_at < $3)::integer AS late,
    count(*)::integer AS depth,
    CASE WHEN count(*) > 0 THEN greatest(0, round(extract(epoch FROM $4::timestamptz - min(created_at))))::integer END AS "oldestSeconds"
  FROM deliveries WHERE isfinite(run_at) AND ($1::text[] IS NULL OR customer_id = ANY ($1))`;

export const LAST_EVENT = `
  SELECT received_at FROM events WHERE $1::text[] IS NULL ORDER BY id DESC LIMIT 1`;

export const LAST_EVENT_OF = `
  SELECT max(newest.received_at) AS received_at FROM unnest($1::text[]) AS ours (customer_id),
    LATERAL (SELECT received_at FROM events WHERE events.customer_id = ours.customer_id ORDER BY id DESC LIMIT 1) AS newest`;
