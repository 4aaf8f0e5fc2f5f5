import pg from 'pg';
import { type TestDatabase } from './database.ts';

/** Runs a statement on a test database as its owner would, beside the connector. Answers the rows. */
export async function queryDatabase<Row extends pg.QueryResultRow>(
  { url }: Pick<TestDatabase, 'url'>,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the statement fails too, if one is under way
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** What waits for its next attempt is due now. */
export async function hurry(database: Pick<TestDatabase, 'url'>): Promise<void> {
  await queryDatabase(
    database,
    `WITH due AS (UPDATE deliveries SET run_at = now() WHERE lease_owner IS NULL AND isfinite(run_at) RETURNING hire_id)
     SELECT pg_notify('deliveries', '') FROM (SELECT count(*) FROM due) AS counted`,
  );
}
