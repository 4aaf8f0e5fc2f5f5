/** Statements of retry runs. */

const RUN_COLUMNS = `id, customer_id AS "customerId", state, codes, parked_from AS "parkedFrom", parked_to AS "parkedTo",
  per_minute AS "perMinute", made_by AS "madeBy", made_at AS "madeAt", ended_at AS "endedAt", ended_by AS "endedBy",
  jsonb_build_object('chosen', chosen, 'released', released, 'skipped', skipped, 'delivered', delivered,
    'parkedAgain', parked_again, 'withdrawn', withdrawn) AS counts`;

export const RUNS = `SELECT ${RUN_COLUMNS} FROM retry_runs`;

/** $1 platform, $2 causes, $3 and $4 the window. */
const FITTING = `
  FROM hires WHERE state = 'parked' AND customer_id = $1 AND ($2::text[] IS NULL OR reason_code = ANY ($2))
    AND coalesce(parked_at, accepted_at) >= coalesce($3::timestamptz, '-infinity')
    AND coalesce(parked_at, accepted_at) < coalesce($4::timestamptz, 'infinity')`;

export const FITTING_BY_CAUSE = `
  SELECT reason_code AS code, min(reason_sentence) AS sentence, count(*)::integer AS count,
    min(coalesce(parked_at, accepted_at)) AS "oldestAt", max(coalesce(parked_at, accepted_at)) AS "newestAt"
  ${FITTING} GROUP BY reason_code ORDER BY count DESC, code`;

/** In the order in which a run takes them. */
export const FITTING_SAMPLE = `
  SELECT id, workflow_id AS "workflowId", reason_code AS code, coalesce(parked_at, accepted_at) AS "parkedAt"
  ${FITTING} ORDER BY coalesce(parked_at, accepted_at), id LIMIT 10`;

/** Nothing when the platform has a run already. */
export const KEEP_RUN = `
  INSERT INTO retry_runs (id, customer_id, codes, parked_from, parked_to, per_minute, made_by, made_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (customer_id) WHERE state = 'running' DO NOTHING RETURNING id`;

/** $5 the run, $6 how many at most. */
export const CHOOSE = `
  WITH chosen AS (
    INSERT INTO retry_run_hires (run_id, position, hire_id)
    SELECT $5::uuid, row_number() OVER (ORDER BY coalesce(parked_at, accepted_at), id), id ${FITTING}
    ORDER BY coalesce(parked_at, accepted_at), id LIMIT $6
    RETURNING position
  )
  UPDATE retry_runs SET chosen = (SELECT count(*) FROM chosen) WHERE id = $5 RETURNING chosen`;

export const CANCEL_RUN = `
  WITH left_parked AS (
    DELETE FROM retry_run_hires WHERE run_id = $1 AND NOT released
  )
  UPDATE retry_runs SET state = 'cancelled', ended_at = $2, ended_by = $3 WHERE id = $1 RETURNING ${RUN_COLUMNS}`;

export const RUNS_UNDER_WAY = `
  SELECT id, customer_id AS "customerId" FROM retry_runs
  WHERE state = 'running' OR released > delivered + parked_again + withdrawn ORDER BY id`;

/** Only one process takes a step: the others pass by. `now` is when its transaction began, as the audit entries have it. */
export const HOLD_RUN = {
  name: 'hold-retry-run',
  text: `SELECT state, customer_id AS "customerId", codes, per_minute AS "perMinute", made_by AS "madeBy", next_at AS "nextAt",
      now(), released - delivered - parked_again - withdrawn AS "underWay"
    FROM retry_runs WHERE id = $1 FOR UPDATE SKIP LOCKED`,
};

/** A delivery that is in the queue no more has done all that was wished. A row may also have gone with its hire. */
export const SETTLE_OF_RUN = {
  name: 'settle-of-run',
  text: `
    WITH settled AS (
      SELECT position, hires.state AS outcome
      FROM retry_run_hires AS waiting LEFT JOIN hires ON hires.id = waiting.hire_id
        LEFT JOIN deliveries ON deliveries.hire_id = waiting.hire_id
      WHERE run_id = $1 AND released AND (deliveries.hire_id IS NULL OR hires.state = 'parked')
    ), gone AS (
      DELETE FROM retry_run_hires USING settled
      WHERE run_id = $1 AND retry_run_hires.position = settled.position RETURNING settled.outcome
    )
    SELECT count(*) FILTER (WHERE outcome = 'delivered')::integer AS delivered,
      count(*) FILTER (WHERE outcome = 'parked')::integer AS "parkedAgain",
      (SELECT count(*) FROM retry_run_hires WHERE run_id = $1 AND released)::integer - count(*)::integer AS "underWay"
    FROM gone`,
};

export const KEEP_STEP = {
  name: 'keep-step',
  text: `
    UPDATE retry_runs SET delivered = delivered + $2, parked_again = parked_again + $3, withdrawn = withdrawn + $4,
      released = released + $5, skipped = skipped + $6, next_at = $7
    WHERE id = $1 RETURNING state = 'running' AND NOT EXISTS (
      SELECT FROM retry_run_hires WHERE run_id = $1 AND NOT released) AS "isAtItsEnd"`,
};

/** What is neither released nor there any more has gone with its hire. */
export const END_RUN = `
  UPDATE retry_runs SET state = 'finished', ended_at = $2, skipped = chosen - released WHERE id = $1
  RETURNING released, skipped`;
