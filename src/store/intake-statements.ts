/** Statements of the intake, prepared once a connection. Arrays of equal length stand for rows. */

const EVENT_FACTS = 'id, customer_id, event_type, workflow_id, job_id, old_status, new_status, received_at, made_by';
const FACT_ARRAYS =
  '$1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[]';
const EVENT_COLUMNS = `${EVENT_FACTS}, outcome, code, reason, hire_id`;
const EVENT_ARRAYS = `${FACT_ARRAYS}, $10::text[], $11::text[], $12::text[], $13::uuid[]`;

export const KEEP_EVENTS = {
  name: 'keep-events',
  text: `INSERT INTO events (${EVENT_COLUMNS}) SELECT * FROM unnest(${EVENT_ARRAYS})`,
};

/** The unique index decides who was first, also among the rows of one statement. */
export const ACCEPT_HIRES = {
  name: 'accept-hires',
  text: `
    WITH wanted AS (
      SELECT * FROM unnest(${EVENT_ARRAYS},
        $14::bytea[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::integer[],
        $22::bytea[], $23::bytea[], $24::jsonb[], $25::timestamptz[], $26::timestamptz[], $27::bytea[])
      AS wanted (event_id, customer_id, event_type, workflow_id, event_job_id, old_status, new_status, received_at, made_by,
        outcome, code, reason, id, body_sealed, workflow_type, person_id, job_id, package_id, package_label, visa_category,
        platform_version, event_fingerprint, fields_sealed, completeness, accepted_at, screened_since, trace_sealed)
    ), accepted AS (
      INSERT INTO hires (id, customer_id, workflow_type, workflow_id, person_id, job_id, package_id, package_label,
        visa_category, platform_version, event_id, event_fingerprint, fields_sealed, completeness, accepted_at, trace_sealed)
      SELECT id, customer_id, workflow_type, workflow_id, person_id, job_id, package_id, package_label,
        visa_category, platform_version, event_id, event_fingerprint, fields_sealed, completeness, accepted_at, trace_sealed
      FROM wanted WHERE may_accept(customer_id, workflow_id, screened_since)
      ORDER BY customer_id, workflow_id, package_id
      ON CONFLICT (customer_id, workflow_id, package_id) WHERE closed_at IS NULL DO NOTHING
      RETURNING id
    ), named AS (
      INSERT INTO hire_names (token, hire_id)
      SELECT token, id FROM unnest($28::bytea[], $29::uuid[]) AS names (token, id) JOIN accepted USING (id)
    ), queued AS (
      INSERT INTO deliveries (hire_id, customer_id) SELECT id, customer_id FROM wanted JOIN accepted USING (id)
    ), kept AS (
      INSERT INTO events (${EVENT_COLUMNS}, body_sealed)
      SELECT event_id, customer_id, event_type, workflow_id, event_job_id, old_status, new_status, received_at, made_by,
        outcome, code, reason, id, body_sealed
      FROM wanted JOIN accepted USING (id)
    ), audited AS (
      INSERT INTO audit (at, actor, action, customer_id, subject, detail)
      SELECT accepted_at, coalesce(made_by, 'icims'), 'hire.accepted', customer_id, id::text, jsonb_build_object('event', event_id)
        || CASE WHEN made_by IS NULL THEN '{}'::jsonb ELSE '{"madeBy": "reconciliation"}' END
      FROM wanted JOIN accepted USING (id)
    ), told AS (
      SELECT pg_notify('deliveries', '') FROM accepted LIMIT 1
    )
    SELECT accepted.id FROM accepted LEFT JOIN told ON true`,
};

/**
 * Repeats are kept with the hire that was there first, in the statement that finds them: a double click costs one commit,
 * like any other event. LATERAL with a limit asks the index once for each, whatever the planner believes of the table.
 */
export const REFUSE_REPEATS = {
  name: 'refuse-repeats',
  text: `
    WITH asked AS (
      SELECT * FROM unnest(${FACT_ARRAYS}, $10::bytea[]) WITH ORDINALITY
      AS asked (event_id, customer_id, event_type, workflow_id, job_id, old_status, new_status, received_at, made_by,
        fingerprint, at)
    ), looked AS (
      SELECT asked.*, earlier.id, earlier.accepted_at FROM asked LEFT JOIN LATERAL (
        SELECT id, accepted_at FROM hires
        WHERE hires.customer_id = asked.customer_id AND hires.workflow_id = asked.workflow_id AND hires.closed_at IS NULL
          AND hires.event_fingerprint = asked.fingerprint AND hires.accepted_at > asked.received_at - $11 * interval '1 millisecond'
        LIMIT 1
      ) AS earlier ON true
    ), kept AS (
      INSERT INTO events (${EVENT_COLUMNS})
      SELECT event_id, customer_id, event_type, workflow_id, job_id, old_status, new_status, received_at, made_by,
        $12::text, $13::text, $14::text, id
      FROM looked WHERE id IS NOT NULL
    )
    SELECT at, id, accepted_at, CASE WHEN id IS NULL THEN clock_timestamp() END AS now FROM looked`,
};

/** Committed before the open hires are looked for: what is screened meanwhile sees it, and what was accepted is found. */
export const NOTE_WITHDRAWAL = {
  name: 'note-withdrawal',
  text: `INSERT INTO withdrawals (customer_id, workflow_id, at) VALUES ($1, $2, clock_timestamp())
    ON CONFLICT (customer_id, workflow_id) DO UPDATE SET at = clock_timestamp()`,
};

export const LOCK_WORKFLOW = {
  name: 'lock-workflow',
  text: 'SELECT pg_advisory_xact_lock(lock_workflow_key($1, $2))',
};

export const OPEN_HIRES_OF_WORKFLOW = {
  name: 'open-hires-of-workflow',
  text: `SELECT id, accepted_at, package_id FROM hires
    WHERE customer_id = $1 AND workflow_id = $2 AND closed_at IS NULL ORDER BY id`,
};

export const FIND_OPEN_HIRE = {
  name: 'find-open-hire',
  text: `SELECT id, accepted_at, package_id FROM hires
    WHERE customer_id = $1 AND workflow_id = $2 AND package_id = $3 AND closed_at IS NULL`,
};

/** A new wish for a hire: its delivery comes back into the queue, or its revision grows so that it stays there. */
export const QUEUE_AGAIN = `
  INSERT INTO deliveries (hire_id, customer_id) SELECT id, customer_id FROM changed
  ON CONFLICT (hire_id) DO UPDATE SET revision = deliveries.revision + 1, attempt = 0, first_failed_at = NULL,
    run_at = CASE WHEN deliveries.lease_owner IS NULL THEN now() ELSE deliveries.run_at END`;

export const WITHDRAW_HIRES = {
  name: 'withdraw-hires',
  text: `
    WITH changed AS (
      UPDATE hires SET withdraw_requested = true, closed_at = $3, state = 'withdrawn', reason_code = NULL, reason_sentence = NULL
      WHERE customer_id = $1 AND workflow_id = $2 AND closed_at IS NULL
      RETURNING id, customer_id
    ), queued AS (${QUEUE_AGAIN}), told AS (SELECT pg_notify('deliveries', '') FROM changed LIMIT 1)
    SELECT changed.id FROM changed LEFT JOIN told ON true`,
};

export const UPDATE_HIRE = {
  name: 'update-hire',
  text: `
    WITH changed AS (
      UPDATE hires SET fields_sealed = $3, completeness = $4, platform_version = $5, fields_revision = fields_revision + 1,
        fields_changed_at = $6, fields_forgotten_at = NULL, trace_sealed = $7
      WHERE customer_id = $1 AND id = $2 AND closed_at IS NULL
      RETURNING id, customer_id
    ), unnamed AS (
      DELETE FROM hire_names USING changed WHERE hire_id = changed.id AND NOT token = ANY ($8::bytea[])
    ), named AS (
      INSERT INTO hire_names (token, hire_id) SELECT unnest($8::bytea[]), id FROM changed ON CONFLICT DO NOTHING
    ), queued AS (${QUEUE_AGAIN}), told AS (SELECT pg_notify('deliveries', '') FROM changed LIMIT 1)
    SELECT changed.id FROM changed LEFT JOIN told ON true`,
};
