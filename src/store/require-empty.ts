import type pg from 'pg';
import { Failure } from '../runtime/failure.ts';

const TABLES = `
  SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace`;
const MIGRATIONS = 'schema_migrations';

/**
 * Throws `rejected` NOT_EMPTY unless a backup with this number of the last migration can be restored here: there are no tables,
 * or those of just that number without a row, which is what a restore that was cut off leaves behind.
 */
export async function requireEmpty(pool: pg.Pool, schema: number): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(TABLES);
  if (rows.length === 0) return;
  if (!rows.some(({ name }) => name === MIGRATIONS) || (await lastMigration(pool)) > schema) throw notEmpty();
  const holds = rows
    .filter(({ name }) => name !== MIGRATIONS)
    .map(({ name }) => `EXISTS (SELECT FROM "${name}")`)
    .join(' OR ');
  const found = await pool.query<{ some: boolean }>(`SELECT ${holds || 'false'} AS some`);
  if (found.rows[0]?.some !== false) throw notEmpty();
}

async function lastMigration(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ last: number }>(`SELECT coalesce(max(number), 0) AS last FROM ${MIGRATIONS}`);
  return rows[0]?.last ?? 0;
}

function notEmpty(): Failure {
  const message = 'The database holds data already, or the tables of another version: restore into an empty one.';
  return new Failure('rejected', 'NOT_EMPTY', message);
}
