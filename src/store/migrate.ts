import { type Pool, type PoolClient } from 'pg';
import { initial } from './migrations/0001-initial.ts';
import { accounts } from './migrations/0002-accounts.ts';
import { chores } from './migrations/0003-chores.ts';
import { setup } from './migrations/0004-setup.ts';
import { health } from './migrations/0005-health.ts';
import { platformVersions } from './migrations/0006-platform-versions.ts';
import { retention } from './migrations/0007-retention.ts';
import { reconciliation } from './migrations/0008-reconciliation.ts';
import { search } from './migrations/0009-search.ts';
import { connectionTests } from './migrations/0010-connection-tests.ts';
import { alerts } from './migrations/0011-alerts.ts';
import { auditFilters } from './migrations/0012-audit-filters.ts';
import { retryRuns } from './migrations/0013-retry-runs.ts';
import { hireStorage } from './migrations/0014-hire-storage.ts';
import { signOn } from './migrations/0015-sign-on.ts';
import { credentialUses } from './migrations/0016-credential-uses.ts';
import { caseBoard } from './migrations/0017-case-board.ts';
import { listIndexes } from './migrations/0018-list-indexes.ts';

/** Forward-only: a number that ran once never changes, and the version before must keep working on the new schema. */
const migrations: readonly { readonly number: number; readonly sql: string }[] = [
  { number: 1, sql: initial },
  { number: 2, sql: accounts },
  { number: 3, sql: chores },
  { number: 4, sql: setup },
  { number: 5, sql: health },
  { number: 6, sql: platformVersions },
  { number: 7, sql: retention },
  { number: 8, sql: reconciliation },
  { number: 9, sql: search },
  { number: 10, sql: connectionTests },
  { number: 11, sql: alerts },
  { number: 12, sql: auditFilters },
  { number: 13, sql: retryRuns },
  { number: 14, sql: hireStorage },
  { number: 15, sql: signOn },
  { number: 16, sql: credentialUses },
  { number: 17, sql: caseBoard },
  { number: 18, sql: listIndexes },
];

/** The number of the last migration that this version knows. */
export const NEWEST_SCHEMA = Math.max(...migrations.map(({ number }) => number));

/** Any number of processes may start at once; one migrates, the others wait for it. */
const MIGRATION_LOCK = 7_216_001;

/** Brings the schema up to date, or up to a number, each migration in a transaction of its own. */
export async function migrate(pool: Pool, upTo = NEWEST_SCHEMA): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS schema_migrations (number integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await client.query<{ last: number }>(
      'SELECT coalesce(max(number), 0) AS last FROM schema_migrations',
    );
    const last = rows[0]?.last ?? 0;
    const due = migrations.filter(({ number }) => number > last && number <= upTo);
    for (const migration of due) await apply(client, migration);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}

async function apply(client: PoolClient, { number, sql }: (typeof migrations)[number]): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO schema_migrations (number) VALUES ($1)', [number]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
