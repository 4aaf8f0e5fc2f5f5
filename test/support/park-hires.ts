import { queryDatabase } from './query-database.ts';
import { type TestDatabase } from './database.ts';

interface Parked {
  readonly count: number;
  readonly customerId?: string;
  readonly code?: string;
  /** When the first was parked; each of the others a millisecond later. */
  readonly parkedAt?: Date;
}

/**
 * Hires that were parked when their cases were opened and iCIMS had been told: what is released has nothing left to do and
 * is delivered without a call. Answers their ids in the order of their parking.
 */
export async function parkHires(database: Pick<TestDatabase, 'url'>, parked: Parked): Promise<string[]> {
  const { count, customerId = '9001', code = 'CASE_SYSTEM_ACCESS', parkedAt = new Date() } = parked;
  const rows = await queryDatabase<{ id: string }>(
    database,
    `WITH made AS (
      INSERT INTO hires (id, customer_id, workflow_type, workflow_id, person_id, package_id, package_label, visa_category,
        platform_version, event_id, event_fingerprint, fields_sealed, completeness, accepted_at, state, reason_code,
        reason_sentence, parked_at, case_id, case_url, case_system, opened_at, case_revision, written_status, write_back_entry)
      SELECT gen_random_uuid(), $2, 'applicantworkflow', gen_random_uuid()::text, 'P1', 'H1B', 'H-1B', 'H-1B',
        1, gen_random_uuid(), '', '', '{"needed": 0, "present": 0, "missing": []}', $4::timestamptz - interval '1 day', 'parked',
        $3, 'Something is in the way.', $4::timestamptz + number * interval '1 millisecond', 'CASE', 'https://example.com/CASE',
        'built-in', now(), 1, 'opened', '1'
      FROM generate_series(1, $1) AS series (number) RETURNING id, customer_id, parked_at
    ), queued AS (
      INSERT INTO deliveries (hire_id, customer_id, run_at) SELECT id, customer_id, 'infinity' FROM made
    ) SELECT id FROM made ORDER BY parked_at`,
    [count, customerId, code, parkedAt],
  );
  return rows.map(({ id }) => id);
}
