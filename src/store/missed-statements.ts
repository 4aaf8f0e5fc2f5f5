/** There is a hire of the workflow that stands, or was made since it was seen last. */
const HAS_HIRE = `EXISTS (
    SELECT FROM hires WHERE hires.workflow_id = seen.workflow_id AND hires.customer_id = seen.customer_id
      AND (hires.state <> 'withdrawn' OR hires.accepted_at > seen.last_seen_at))`;

/** Counted as missed even when somebody opened it since; an event that came late was none. */
export const MISSED_SINCE = `
  SELECT count(*)::integer AS missed FROM reconciled_workflows AS seen
  WHERE NOT fired AND first_seen_at >= $2 AND ($1::text[] IS NULL OR customer_id = ANY ($1)) AND NOT EXISTS (
    SELECT FROM hires JOIN events ON events.id = hires.event_id
    WHERE hires.workflow_id = seen.workflow_id AND hires.customer_id = seen.customer_id AND events.made_by IS NULL
      AND (hires.state <> 'withdrawn' OR hires.accepted_at > seen.last_seen_at))`;

/** $1 platform, $2 platforms within reach, $3 and $4 the last platform and workflow of the page before, $5 how many. */
export const LIST_MISSED = `
  SELECT customer_id || '-' || workflow_id AS id, customer_id AS "customerId", workflow_id AS "workflowId",
    first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt", coalesce(refused.outcome, 'no-event') AS why,
    refused.code, coalesce(refused.reason, 'No event came for this move.') AS sentence, refused.id AS "eventId",
    refused.received_at AS "eventAt"
  FROM reconciled_workflows AS seen LEFT JOIN LATERAL (
    SELECT id, outcome, code, reason, received_at FROM events
    WHERE events.customer_id = seen.customer_id AND events.workflow_id = seen.workflow_id
      AND outcome IN ('refused', 'failed') ORDER BY id DESC LIMIT 1
  ) AS refused ON true
  WHERE NOT fired AND NOT ${HAS_HIRE}
    AND ($1::text IS NULL OR customer_id = $1) AND ($2::text[] IS NULL OR customer_id = ANY ($2))
    AND ($3::text IS NULL OR (customer_id, workflow_id) > ($3, $4))
  ORDER BY customer_id, workflow_id LIMIT $5`;

export const COUNT_MISSED = `
  SELECT customer_id AS "customerId", count(*)::integer AS missed FROM reconciled_workflows AS seen
  WHERE NOT fired AND customer_id = ANY ($1) AND NOT ${HAS_HIRE} GROUP BY customer_id`;

export const IS_MISSED = `
  SELECT workflow_id FROM reconciled_workflows AS seen
  WHERE NOT fired AND customer_id = $1 AND workflow_id = $2 AND NOT ${HAS_HIRE}`;

export const KEEP_PAGE = `
  INSERT INTO reconciled_workflows AS seen (customer_id, workflow_id, first_seen_at, last_seen_at, fired)
  SELECT $1::text, found.id, $3::timestamptz, $3::timestamptz, EXISTS (
    SELECT FROM hires WHERE hires.workflow_id = found.id AND hires.customer_id = $1 AND state <> 'withdrawn')
  FROM unnest($2::text[]) AS found (id) ORDER BY found.id
  ON CONFLICT (customer_id, workflow_id) DO UPDATE SET last_seen_at = $3, fired = seen.fired AND excluded.fired,
    first_seen_at = CASE WHEN seen.fired AND NOT excluded.fired THEN $3 ELSE seen.first_seen_at END`;

/** An earlier round that was cut off goes on. */
export const BEGIN_ROUND = `
  INSERT INTO reconciliations AS known (customer_id, since, began_at) VALUES ($1, $3, $2)
  ON CONFLICT (customer_id) DO UPDATE SET began_at = coalesce(known.began_at, $2)
  RETURNING since, after_id::text AS "afterId"`;

/** Clocks differ, and the index of iCIMS may lag: the last quarter of an hour is looked at again. */
export const END_ROUND = `
  UPDATE reconciliations SET since = greatest(since, began_at - interval '15 minutes'), began_at = NULL, after_id = NULL,
    ended_at = began_at, failure = NULL
  WHERE customer_id = $1 AND began_at IS NOT NULL`;

export const ROUNDS = `
  SELECT customer_id AS "customerId", ended_at AS "endedAt", failure FROM reconciliations
  WHERE ($1::text IS NULL OR customer_id = $1) AND ($2::text[] IS NULL OR customer_id = ANY ($2))
  ORDER BY failure IS NULL, ended_at NULLS FIRST, customer_id LIMIT 200`;
