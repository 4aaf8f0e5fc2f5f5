import type pg from 'pg';

const PART = 100_000;

/**
 * Adds delivered hires, `from` to `to` not included, as the connector would have left them in the last 400 days, each with its
 * event, three attempts and three audit entries. What is sealed is as long as the real thing and cannot be opened.
 */
export async function storeHires(pool: pg.Pool, from: number, to: number): Promise<void> {
  if (from >= to) return;
  await pool.query('SET statement_timeout = 0');
  for (let first = from; first < to; first += PART)
    await pool.query(STORE, [first, Math.min(first + PART, to) - 1, from, to]);
  await pool.query('ANALYZE');
}

/** Keys grow with time, as those of the connector do: its lists go by them straight to a span of time. */
const STORE = `
  WITH numbers AS MATERIALIZED (SELECT n, (9101 + n % 20)::text AS customer,
      now() - interval '400 days' * (1 - (n - $3)::double precision / ($4 - $3)::double precision) AS at
    FROM generate_series($1::bigint, $2::bigint) AS n),
  named AS MATERIALIZED (SELECT *, uuidv7(at - now()) AS hire_id, uuidv7(at - now()) AS event_id FROM numbers),
  kept AS (INSERT INTO events (id, customer_id, event_type, outcome, workflow_id, job_id, old_status, new_status, hire_id, body_sealed, received_at)
    SELECT event_id, customer, 'WorkFlowStatusChangeEvent', 'accepted', (9000000000 + n)::text, '1501', 'C20480', 'C20500', hire_id,
      decode(repeat('00', 400), 'hex'), at FROM named),
  tried AS (INSERT INTO attempts (hire_id, at, step, outcome, milliseconds)
    SELECT hire_id, at, step, 'done', 20 FROM named, unnest(ARRAY['announce', 'open-case', 'write-back']) AS step),
  audited AS (INSERT INTO audit (at, actor, action, customer_id, subject)
    SELECT at, actor, action, customer, hire_id::text FROM named, LATERAL (VALUES
      ('icims', 'hire.accepted'), ('delivery', 'case.opened'), ('reader' || n % 40 || '@example.com', 'hire.read')
    ) AS entry (actor, action))
  INSERT INTO hires (id, customer_id, workflow_type, workflow_id, person_id, job_id, package_id, package_label, visa_category,
    platform_version, event_id, event_fingerprint, fields_sealed, completeness, state, accepted_at, opened_at, delivered_at,
    closed_at, case_id, case_url, case_system, written_status, write_back_entry)
  SELECT hire_id, customer, 'applicantworkflows', (9000000000 + n)::text, (8000000000 + n % 400000)::text, '1501', 'IMM-H1B', 'Immigration: H-1B', 'H-1B',
    1, event_id, decode(md5(n::text), 'hex'), decode(repeat('00', 900), 'hex'), '{"needed": 18, "present": 18, "missing": []}', 'delivered', at, at, at,
    NULL, 'C-' || n, 'https://cases.example.com/' || n, 'webhook', 'opened', n::text
  FROM named`;
