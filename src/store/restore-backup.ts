import { type Readable } from 'node:stream';
import pg from 'pg';
import { Failure } from '../runtime/failure.ts';
import { auditStatement } from './audit-entry.ts';
import { type BackupEnd, BackupHead } from './backup-format.ts';
import { createBackupReader } from './backup-reader.ts';
import { type Query, type Statement } from './database.ts';
import { FORGOTTEN_AFTER } from './delivery-statements.ts';
import { loadBackup, readLine } from './load-backup.ts';
import { migrate, NEWEST_SCHEMA } from './migrate.ts';
import { requireEmpty } from './require-empty.ts';
import { requireSameMasterKey } from './vault.ts';

export interface Restoring {
  readonly connection: pg.PoolConfig;
  readonly masterKey: Buffer;
  readonly by: { readonly at: Date; readonly actor: string };
}

/** What was restored. `madeAt` as the backup says. */
export interface Restored extends BackupEnd {
  readonly madeAt: string;
}

/**
 * Fills an empty database with a backup: all of it, or nothing. Sessions end; deliveries know that they may have happened
 * already. Throws `Failure`: `invalid` NO_BACKUP, and `rejected` NOT_EMPTY, NEWER_BACKUP and MASTER_KEY_CHANGED.
 */
export async function restoreBackup(input: Readable, { connection, masterKey, by }: Restoring): Promise<Restored> {
  const reader = createBackupReader(input);
  const head = await readLine(reader, BackupHead);
  if (head.schema > NEWEST_SCHEMA) throw newerBackup();
  const pool = new pg.Pool({ ...connection, application_name: 'connector restore', statement_timeout: 0 });
  pool.on('error', () => undefined);
  try {
    await requireEmpty(pool, head.schema);
    // As it was when the backup was made; what has changed since is done to the restored data as to any other.
    await migrate(pool, head.schema);
    const end = await inTransaction(pool, async (client) => {
      const loaded = await loadBackup(client, reader);
      const query: Query = async <Row extends pg.QueryResultRow>({ text, values = [] }: Statement) =>
        (await client.query<Row>(text, [...values])).rows;
      await requireSameMasterKey(query, masterKey);
      await settle(query);
      const detail = { madeAt: head.madeAt, ...loaded };
      await query(auditStatement({ ...by, action: 'backup.restored', customerId: null, subject: null, detail }));
      return loaded;
    });
    await migrate(pool);
    return { madeAt: head.madeAt, ...end };
  } finally {
    await pool.end();
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  client.on('error', () => undefined);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    // Whatever was not committed goes with the connection.
    client.release(true);
  }
}

/** What may have come after the backup: deliveries, and people who signed out. */
async function settle(query: Query): Promise<void> {
  await query({
    text: `UPDATE deliveries SET created_at = least(created_at, now() - interval '${FORGOTTEN_AFTER}')`,
  });
  await query({ text: 'DELETE FROM sessions' });
}

function newerBackup(): Failure {
  const message =
    'The backup was made by a newer version of the connector: restore it with that version or a later one.';
  return new Failure('rejected', 'NEWER_BACKUP', message);
}
