import { type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { writePiece } from '../runtime/write-piece.ts';
import { type BackupEnd, type BackupHead, type BackupTable, copyColumns, END_OF_ROWS } from './backup-format.ts';

/** What refers to another table comes after it; references are one deep. */
const TABLES = `
  SELECT relname::text AS table, (
      SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    ) AS columns
  FROM pg_class
  WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> 'schema_migrations'
  ORDER BY EXISTS (SELECT FROM pg_constraint WHERE conrelid = pg_class.oid AND contype = 'f'), relname`;

/** Outside of the snapshot, so read last: a number may be skipped, and none is given out twice. */
const SEQUENCES = `
  SELECT jsonb_object_agg(sequencename, last_value::text) AS sequences FROM pg_sequences
  WHERE schemaname = current_schema() AND last_value IS NOT NULL`;

/**
 * Writes all tables to `out` as they are at one moment, while everything goes on: one snapshot, no lock that anybody waits
 * for. What is sealed stays sealed, and the master key is not in it. Ends `out`. Answers what was written.
 */
export async function makeBackup(connection: pg.PoolConfig, out: Writable): Promise<BackupEnd> {
  const client = new pg.Client({ ...connection, application_name: 'connector backup', statement_timeout: 0 });
  client.on('error', () => undefined); // the statement under way fails too
  await client.connect();
  const gzip = createGzip();
  const written = pipeline(gzip, out);
  try {
    const [counts] = await Promise.all([writeAll(client, gzip), written]);
    return counts;
  } catch (error) {
    gzip.destroy();
    await written.catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function writeAll(client: pg.Client, gzip: Writable): Promise<BackupEnd> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const line = (value: unknown): Promise<void> => writePiece(gzip, `${JSON.stringify(value)}\n`);
  await line(await readHead(client));
  const { rows: tables } = await client.query<BackupTable>(TABLES);
  let rows = 0;
  for (const each of tables) {
    await line(each);
    rows += await writeRows(client, each, gzip);
    await writePiece(gzip, `${END_OF_ROWS}\n`);
  }
  const { rows: found } = await client.query<{ sequences: Record<string, string> | null }>(SEQUENCES);
  await line({ sequences: found[0]?.sequences ?? {} });
  const end: BackupEnd = { tables: tables.length, rows };
  await line(end);
  await client.query('COMMIT');
  gzip.end();
  return end;
}

async function readHead(client: pg.Client): Promise<BackupHead> {
  const { rows } = await client.query<{ schema: number; at: Date }>(
    'SELECT max(number) AS schema, now() AS at FROM schema_migrations',
  );
  const [{ schema, at } = { schema: 0, at: new Date() }] = rows;
  return { format: 'icims-immigration-connector backup 1', madeAt: at.toISOString(), schema };
}

async function writeRows(client: pg.Client, table: BackupTable, gzip: Writable): Promise<number> {
  const copy = client.query(copyTo(`${copyColumns(table)} TO STDOUT`));
  for await (const chunk of copy) await writePiece(gzip, chunk as Buffer);
  return copy.rowCount;
}
