import { QUEUE_AGAIN } from './intake-statements.ts';

/** Statements of erasures. What a person ordered is known by the person's id on the hire; events know workflows only. */

export const SAME_ERASURE = {
  text: 'SELECT id FROM erasures WHERE customer_id = $1 AND person_mark = $2 AND done_at IS NULL',
};

export const KEEP_ERASURE = {
  text: `INSERT INTO erasures (id, customer_id, person_mark, person_sealed, requested_at, requested_by)
    VALUES ($1, $2, $3, $4, $5, $6)`,
};

export const OPEN_HIRES_OF_PERSON = {
  text: 'SELECT id FROM hires WHERE customer_id = $1 AND person_id = $2 AND closed_at IS NULL',
};

/** Hires that wait are the withdrawn ones of this person whose delivery is still in the queue. */
const ERASURE = `
    SELECT id, customer_id AS "customerId", requested_at AS "requestedAt", done_at AS "doneAt",
      jsonb_build_object('hires', hires, 'cases', cases, 'events', events) AS erased, waiting,
      cases_elsewhere AS "askElsewhere",
      (SELECT max(done_at) FROM erasures AS earlier WHERE earlier.customer_id = asked.customer_id
        AND earlier.person_mark = asked.person_mark AND earlier.id < asked.id) AS "erasedBefore"
    FROM erasures AS asked WHERE customer_id = $1`;

export const FIND_ERASURE = { text: `${ERASURE} AND id = $2` };
export const NEWEST_ERASURES = { text: `${ERASURE} ORDER BY id DESC LIMIT 100` };

/** As HIRES_OF_PERSON finds them, without a lock and only counted. */
export const COUNT_HIRES_OF_PERSON = {
  text: `
    SELECT count(*)::integer AS hires, (count(*) FILTER (WHERE closed_at IS NULL))::integer AS "openHires",
      count(cases.id)::integer AS cases,
      (count(*) FILTER (WHERE case_id IS NOT NULL AND case_system <> 'built-in'))::integer AS "casesElsewhere",
      coalesce(array_agg(DISTINCT workflow_id) FILTER (WHERE workflow_id IS NOT NULL), '{}') AS "workflowIds"
    FROM hires LEFT JOIN cases ON cases.hire_id = hires.id
    WHERE hires.customer_id = $1 AND person_id = $2`,
};

/** A page as in ERASE_EVENTS. */
export const COUNT_EVENTS = {
  name: 'count-events-to-erase',
  text: `
    WITH page AS (SELECT id, workflow_id FROM events WHERE customer_id = $1 AND id > $2 ORDER BY id LIMIT $4)
    SELECT count(*)::integer AS size, max(id::text) AS last,
      (count(*) FILTER (WHERE workflow_id = ANY ($3::text[])))::integer AS found FROM page`,
};

export const WITHDRAW_FOR_ERASURE = {
  text: `
    WITH changed AS (
      UPDATE hires SET withdraw_requested = true, closed_at = $2, state = 'withdrawn', reason_code = NULL, reason_sentence = NULL
      WHERE id = ANY ($1::uuid[]) AND closed_at IS NULL
      RETURNING id, customer_id, workflow_id
    ), queued AS (${QUEUE_AGAIN}), noted AS (
      INSERT INTO withdrawals (customer_id, workflow_id, at)
      SELECT DISTINCT customer_id, workflow_id, clock_timestamp() FROM changed
      ON CONFLICT (customer_id, workflow_id) DO UPDATE SET at = clock_timestamp()
    ), told AS (SELECT pg_notify('deliveries', '') FROM changed LIMIT 1)
    SELECT changed.id FROM changed LEFT JOIN told ON true`,
};

/** $3: what was received after the request is a new order, and none of its business. */
export const HIRES_OF_PERSON = {
  text: `
    SELECT hires.id, hires.workflow_id AS "workflowId", case_id AS "caseId", case_url AS "caseUrl", case_system AS "caseSystem",
      case_withdrawn AS "caseWithdrawn", closed_at IS NULL AS open, deliveries.hire_id IS NOT NULL AS queued
    FROM hires LEFT JOIN deliveries ON deliveries.hire_id = hires.id LEFT JOIN events ON events.id = hires.event_id
    WHERE hires.customer_id = $1 AND person_id = $2 AND coalesce(events.received_at, accepted_at) <= $3
    ORDER BY hires.id FOR UPDATE OF hires`,
};

/**
 * By pages of the platform's events: there is no index by workflow, which every event would have to pay for. Those of a
 * hire that still waits stay with it.
 */
export const ERASE_EVENTS = {
  name: 'erase-events',
  text: `
    WITH page AS (
      SELECT id, workflow_id, hire_id, received_at FROM events WHERE customer_id = $1 AND id > $2 ORDER BY id LIMIT $5
    ), gone AS (
      DELETE FROM events WHERE id IN (SELECT id FROM page WHERE workflow_id = ANY ($3::text[]) AND received_at <= $4
        AND NOT EXISTS (SELECT FROM hires WHERE hires.id = page.hire_id))
      RETURNING id
    )
    SELECT (SELECT count(*)::integer FROM page) AS size, (SELECT id FROM page ORDER BY id DESC LIMIT 1) AS last,
      (SELECT count(*)::integer FROM gone) AS gone`,
};
