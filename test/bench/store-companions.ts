import type pg from 'pg';
import { SEAL_LOCK } from '../../src/store/audit-statements.ts';

/**
 * What else a connector with these hires has kept: two ignored events a hire and a refused one for every fiftieth, a case a
 * hire in every state, parked and withdrawn hires, names by which hires are found, and the seals of the audit log.
 * `tokens` are the words of a real person's name on `customerId`, which every twentieth hire there gets too.
 */
export async function storeCompanions(
  pool: pg.Pool,
  { customerId, tokens }: { readonly customerId: string; readonly tokens: readonly Buffer[] },
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0');
    for (const statement of [OTHER_EVENTS, CASES, PARKED, WITHDRAWN, NAMES]) await client.query(statement);
    await client.query(NAMESAKES, [customerId, tokens]);
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [SEAL_LOCK]);
    await client.query(SEALS);
    await client.query('COMMIT');
    // As autovacuum has left it long before there are so many.
    await client.query('VACUUM (ANALYZE)');
    await client.query('CHECKPOINT');
  } finally {
    client.release();
  }
}

/** Stored hires, by their number; those of the simulated iCIMS have smaller ones. */
const STORED = "FROM hires WHERE length(workflow_id) = 10 AND workflow_id >= '9'";
/** A number of each that has nothing to do with its platform. */
const CHANCE = 'hashint4(right(workflow_id, 9)::integer) & 2147483647';

const OTHER_EVENTS = `INSERT INTO events (id, customer_id, event_type, outcome, code, reason, workflow_id, job_id, old_status, new_status, received_at)
  SELECT uuidv7(accepted_at - now()), customer_id, 'WorkFlowStatusChangeEvent', outcome, code, reason, workflow_id, job_id,
    'C20470', 'C20480', accepted_at
  FROM (SELECT *, ${CHANCE} AS n ${STORED} ORDER BY id) AS hire, LATERAL (VALUES
    ('ignored', NULL, 'No trigger names status C20480.', 1), ('ignored', NULL, 'No trigger names status C20480.', 1),
    ('refused', 'MISSING_FIELDS', 'The candidate has no date of birth.', 50)
  ) AS event (outcome, code, reason, every) WHERE n % every = 0`;

const CASES = `INSERT INTO cases (id, number, customer_id, hire_id, visa_category, state, fields_sealed, opened_at, updated_at)
  SELECT uuidv7(accepted_at - now()), nextval('case_numbers'), customer_id, id, visa_category,
    CASE WHEN n % 10 < 2 THEN 'open' WHEN n % 10 < 5 THEN 'in-progress' WHEN n % 100 < 95 THEN 'completed'
      WHEN n % 1000 < 999 THEN 'withdrawn' ELSE 'failed' END,
    fields_sealed, accepted_at, accepted_at
  FROM (SELECT *, ${CHANCE} AS n ${STORED} ORDER BY id) AS hire`;

const PARKED = `WITH parked AS (UPDATE hires SET state = 'parked', parked_at = accepted_at, delivered_at = NULL, reason_sentence = 'iCIMS refuses the login.',
    reason_code = CASE WHEN (${CHANCE}) % 10000 = 0 THEN 'CASE_SYSTEM_REFUSED' ELSE 'ICIMS_ACCESS' END
    WHERE id IN (SELECT id ${STORED} AND (${CHANCE}) % 50 = 0) RETURNING id, customer_id)
  INSERT INTO deliveries (hire_id, customer_id, run_at, attempt) SELECT id, customer_id, 'infinity', 5 FROM parked`;

const WITHDRAWN = `UPDATE hires SET state = 'withdrawn', closed_at = accepted_at
  WHERE id IN (SELECT id ${STORED} AND (${CHANCE}) % 100 = 1)`;

const NAMES = `INSERT INTO hire_names (token, hire_id)
  SELECT sha256((word || ' ' || (${CHANCE}) % 30000)::bytea), id FROM (SELECT * ${STORED}) AS hire, unnest(ARRAY['given', 'family']) AS word`;

const NAMESAKES = `INSERT INTO hire_names (token, hire_id)
  SELECT token, id FROM (SELECT * ${STORED} AND customer_id = $1 AND (${CHANCE}) % 20 = 0) AS hire, unnest($2::bytea[]) AS token`;

/** The entries are chained with made-up hashes: lists show a hash and do not check it. */
const SEALS = `INSERT INTO audit_seals (position, audit_id, hash)
  SELECT (SELECT coalesce(max(position), 0) FROM audit_seals) + row_number() OVER (ORDER BY id), id, sha256(id::text::bytea)
  FROM audit WHERE NOT EXISTS (SELECT FROM audit_seals WHERE audit_id = audit.id)`;
