/** Statements of the queue, prepared once a connection. */

const HIRE_COLUMNS = `
  hires.id, hires.customer_id, hires.workflow_type, hires.workflow_id, hires.person_id, hires.job_id, hires.package_id,
  hires.package_label, hires.visa_category, hires.accepted_at, hires.case_id, hires.case_url, hires.case_system,
  hires.withdraw_requested, hires.case_withdrawn, hires.fields_revision, hires.case_revision, hires.wanted_status,
  hires.written_status, hires.write_back_entry,
  coalesce(hires.closed_at, hires.fields_changed_at, hires.accepted_at) AS occurred_at`;

/** The case system is still to be told of the fields. Otherwise the largest value of a hire stays where it is. */
const FIELDS_IF_NEEDED = `
  CASE WHEN hires.case_revision < hires.fields_revision OR hires.withdraw_requested THEN hires.fields_sealed END AS fields_sealed`;

/** Older than this before its first claim, a delivery may come from a backup. */
export const FORGOTTEN_AFTER = '5 minutes';

/**
 * Takes due deliveries. The platforms with due work are found by skipping through the index, and each gives at most
 * $4 of its own, so a backlog of one never hides another. $2 names platforms, only those ($5 true) or all but those.
 * The first claim of an old delivery counts as a second: a restored backup forgets who called whom.
 */
export const CLAIM = {
  name: 'claim-deliveries',
  text: `
    WITH RECURSIVE platform (customer_id) AS (
      (SELECT customer_id FROM deliveries WHERE run_at <= now() ORDER BY customer_id LIMIT 1)
      UNION ALL
      SELECT (SELECT d.customer_id FROM deliveries d
              WHERE d.customer_id > platform.customer_id AND d.run_at <= now() ORDER BY d.customer_id LIMIT 1)
      FROM platform WHERE platform.customer_id IS NOT NULL
    ), picked AS (
      SELECT due.hire_id FROM platform CROSS JOIN LATERAL (
        SELECT hire_id, run_at FROM deliveries
        WHERE deliveries.customer_id = platform.customer_id AND run_at <= now()
        ORDER BY run_at LIMIT $4 FOR UPDATE SKIP LOCKED
      ) AS due
      WHERE platform.customer_id IS NOT NULL AND (platform.customer_id = ANY ($2::text[])) = $5
      ORDER BY due.run_at LIMIT $3
    ), claimed AS (
      UPDATE deliveries SET lease_owner = $1, run_at = now() + $6 * interval '1 millisecond',
        attempt = attempt + 1, claims = claims + CASE WHEN created_at < now() - interval '${FORGOTTEN_AFTER}' THEN 2 ELSE 1 END
      FROM picked WHERE deliveries.hire_id = picked.hire_id
      RETURNING deliveries.*
    )
    SELECT ${HIRE_COLUMNS}, hires.fields_sealed, claimed.attempt, claimed.claims, claimed.revision, claimed.first_failed_at
    FROM claimed JOIN hires ON hires.id = claimed.hire_id`,
};

/**
 * Keeps steps, each fenced by its lease: by the owner, and by the claim, since an owner that was frozen may have claimed
 * its own lost delivery anew. "continue" leaves the lease as it is; "finish" takes the delivery out of the
 * queue unless a newer wish came meanwhile.
 */
export const RECORD_STEPS = {
  name: 'record-steps',
  text: `
    WITH told AS (
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::timestamptz[], $9::integer[], $10::text[], $11::text[], $12::integer[], $13::boolean[], $14::text[],
        $15::text[], $16::text[], $17::bigint[], $18::integer[], $19::text[], $20::jsonb[])
      AS told (hire_id, owner, revision, step, outcome, code, sentence, at, milliseconds, case_id, case_url,
        case_revision, case_withdrawn, written_status, write_back_entry, move, wait_ms, claims, case_system, calls)
    ), locked AS (
      -- Hires before deliveries, as every other statement does: two that lock in turn never wait for each other.
      SELECT id FROM hires WHERE id IN (SELECT hire_id FROM told) ORDER BY id FOR UPDATE
    ), held AS (
      SELECT told.*, deliveries.revision = told.revision AS is_latest, deliveries.customer_id
      FROM told JOIN locked ON locked.id = told.hire_id JOIN deliveries ON deliveries.hire_id = locked.id
      WHERE deliveries.lease_owner = told.owner AND deliveries.claims = told.claims
      FOR UPDATE OF deliveries
    ), changed AS (
      UPDATE hires SET
        case_id = coalesce(held.case_id, hires.case_id),
        case_url = coalesce(held.case_url, hires.case_url),
        case_system = coalesce(held.case_system, hires.case_system),
        opened_at = CASE WHEN held.case_id IS NULL THEN hires.opened_at ELSE coalesce(hires.opened_at, held.at) END,
        case_revision = greatest(held.case_revision, hires.case_revision),
        case_withdrawn = hires.case_withdrawn OR held.case_withdrawn,
        written_status = coalesce(held.written_status, hires.written_status),
        write_back_entry = coalesce(held.write_back_entry, hires.write_back_entry),
        delivered_at = CASE WHEN held.move = 'finish' AND NOT hires.withdraw_requested
          THEN coalesce(hires.delivered_at, held.at + held.milliseconds * interval '1 millisecond') ELSE hires.delivered_at END,
        reason_code = CASE WHEN held.move = 'park' THEN held.code END,
        reason_sentence = CASE WHEN held.move = 'park' THEN held.sentence END,
        parked_at = CASE WHEN held.move = 'park' THEN held.at END,
        state = CASE
          WHEN held.move = 'park' THEN 'parked'
          WHEN hires.withdraw_requested THEN 'withdrawn'
          WHEN held.move = 'finish' OR hires.delivered_at IS NOT NULL THEN 'delivered'
          WHEN coalesce(held.case_id, hires.case_id) IS NOT NULL THEN 'opened'
          ELSE 'accepted' END
      FROM held WHERE hires.id = held.hire_id
      RETURNING ${HIRE_COLUMNS}, held.claims, ${FIELDS_IF_NEEDED}
    ), noted AS (
      INSERT INTO attempts (hire_id, at, step, outcome, code, sentence, milliseconds, calls)
      SELECT hire_id, at, step, outcome, code, sentence, milliseconds, calls FROM held
    ), audited AS (
      INSERT INTO audit (at, actor, action, customer_id, subject, detail)
      SELECT at, 'delivery', CASE step WHEN 'open-case' THEN 'case.opened' WHEN 'update-case' THEN 'case.updated' ELSE 'case.withdrawn' END,
        customer_id, hire_id::text, CASE WHEN case_id IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('case', case_id) END
      FROM held WHERE outcome = 'done' AND step IN ('open-case', 'update-case', 'withdraw-case')
    ), moved AS (
      UPDATE deliveries SET
        lease_owner = CASE WHEN held.move = 'continue' THEN deliveries.lease_owner END,
        attempt = CASE WHEN held.move = 'finish' OR NOT held.is_latest THEN 0 ELSE deliveries.attempt END,
        first_failed_at = CASE WHEN held.move IN ('retry', 'park') THEN coalesce(deliveries.first_failed_at, held.at) END,
        run_at = CASE
          WHEN held.move = 'continue' THEN deliveries.run_at
          WHEN NOT held.is_latest THEN now()
          WHEN held.move = 'park' THEN 'infinity'
          ELSE now() + held.wait_ms * interval '1 millisecond' END
      FROM held WHERE deliveries.hire_id = held.hire_id AND NOT (held.move = 'finish' AND held.is_latest)
    ), finished AS (
      DELETE FROM deliveries USING held
      WHERE deliveries.hire_id = held.hire_id AND held.move = 'finish' AND held.is_latest
    )
    SELECT * FROM changed`,
};

/** A row that is locked is being recorded: it has no need, and waiting for it could be waiting in a circle. */
export const EXTEND_LEASES = {
  name: 'extend-leases',
  text: `
    UPDATE deliveries SET run_at = now() + $3 * interval '1 millisecond'
    WHERE hire_id IN (
      SELECT hire_id FROM deliveries WHERE lease_owner = $1 AND hire_id = ANY ($2::uuid[]) FOR UPDATE SKIP LOCKED)
    RETURNING hire_id`,
};

/** A claim that was handed back was no attempt; that it was a claim stays counted, since a call may have gone out. */
export const HAND_BACK = {
  name: 'hand-back',
  text: `UPDATE deliveries SET lease_owner = NULL, run_at = now() + $3 * interval '1 millisecond', attempt = greatest(attempt - 1, 0)
    WHERE lease_owner = $1 AND hire_id = ANY ($2::uuid[])`,
};
