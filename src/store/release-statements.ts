/** Parked hires come back into the queue; what is not parked stays as it is. Every way of it has the same effects. */
interface Release {
  /** Which hires, as a condition on `hires`. */
  readonly which: string;
  /** SQL of who did it, and of the detail of the audit entries. */
  readonly actor: string;
  readonly detail: string;
}

/** Named expressions of a WITH; `changed` holds what went on. */
function release({ which, actor, detail }: Release): string {
  return `
    changed AS (
      UPDATE hires SET reason_code = NULL, reason_sentence = NULL,
        state = CASE WHEN withdraw_requested THEN 'withdrawn' WHEN case_id IS NOT NULL THEN 'opened' ELSE 'accepted' END
      WHERE state = 'parked' AND ${which}
        AND EXISTS (SELECT FROM platforms WHERE platforms.customer_id = hires.customer_id)
      RETURNING id, customer_id
    ), queued AS (
      INSERT INTO deliveries (hire_id, customer_id) SELECT id, customer_id FROM changed
      ON CONFLICT (hire_id) DO UPDATE SET run_at = now(), lease_owner = NULL, attempt = 0, first_failed_at = NULL,
        revision = deliveries.revision + 1
    ), audited AS (
      INSERT INTO audit (at, actor, action, customer_id, subject, detail)
      SELECT now(), ${actor}, 'hire.retried', customer_id, id::text, ${detail} FROM changed
    ), told AS (SELECT pg_notify('deliveries', '') FROM changed LIMIT 1)`;
}

/** $1 the hire, $2 who. */
export const RELEASE_HIRE = {
  name: 'release-hire',
  text: `WITH ${release({ which: 'id = $1::uuid', actor: '$2', detail: `'{}'` })}
    SELECT FROM changed LEFT JOIN told ON true`,
};

/** $1 the platform, $2 the causes, $3 who. */
export const RELEASE_CAUSES = {
  name: 'release-causes',
  text: `WITH ${release({ which: 'customer_id = $1 AND reason_code = ANY ($2::text[])', actor: '$3', detail: `'{}'` })}
    SELECT FROM changed LEFT JOIN told ON true`,
};

/** A hire that a run would still release: parked, with one of its causes. */
const STILL_FITS = `
  SELECT FROM hires WHERE hires.id = retry_run_hires.hire_id AND state = 'parked'
    AND ($2::text[] IS NULL OR reason_code = ANY ($2))`;

/** $1 the run, $2 its causes. Of the next thousand, those that need it no more: so they cost the run no time. */
export const SKIP_OF_RUN = {
  name: 'skip-of-run',
  text: `
    WITH page AS (
      SELECT position FROM retry_run_hires WHERE run_id = $1 AND NOT released ORDER BY position LIMIT 1000
    ), gone AS (
      DELETE FROM retry_run_hires
      WHERE run_id = $1 AND position IN (SELECT position FROM page) AND NOT EXISTS (${STILL_FITS})
      RETURNING position
    ) SELECT count(*)::integer AS skipped FROM gone`,
};

/**
 * $1 the run, $2 its causes, $3 how many, $4 who. Hires before deliveries and by id, as every other statement locks them.
 * A hire that changed since SKIP_OF_RUN looked is skipped here.
 */
export const RELEASE_OF_RUN = {
  name: 'release-of-run',
  text: `
    WITH picked AS (
      SELECT position, hire_id FROM retry_run_hires WHERE run_id = $1 AND NOT released ORDER BY position LIMIT $3
    ), locked AS (
      SELECT id FROM hires WHERE id IN (SELECT hire_id FROM picked) AND state = 'parked'
        AND ($2::text[] IS NULL OR reason_code = ANY ($2)) ORDER BY id FOR UPDATE
    ), ${release({ which: 'id IN (SELECT id FROM locked)', actor: '$4', detail: `jsonb_build_object('run', $1::uuid)` })},
    went AS (
      UPDATE retry_run_hires SET released = true FROM picked JOIN changed ON changed.id = picked.hire_id
      WHERE run_id = $1 AND retry_run_hires.position = picked.position
    ), gone AS (
      DELETE FROM retry_run_hires USING picked
      WHERE run_id = $1 AND retry_run_hires.position = picked.position
        AND picked.hire_id NOT IN (SELECT id FROM changed)
    )
    SELECT (SELECT count(*)::integer FROM changed) AS released, count(*)::integer AS picked
    FROM picked LEFT JOIN told ON true`,
};
