import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type * as z from 'zod';
import { Failure } from '../runtime/failure.ts';
import { writePiece } from '../runtime/write-piece.ts';
import { BackupEnd, BackupSequences, BackupTable, copyColumns, END_OF_ROWS, noBackup } from './backup-format.ts';
import { type BackupReader } from './backup-reader.ts';

/** Fills the tables, within the caller's transaction. Throws `invalid` NO_BACKUP when the file is not whole. */
export async function loadBackup(client: pg.PoolClient, reader: BackupReader): Promise<BackupEnd> {
  let tables = 0;
  let rows = 0;
  let text = await reader.line();
  for (let table = tableIn(text); table !== undefined; table = tableIn(text)) {
    tables += 1;
    rows += await loadRows(client, table, reader);
    text = await reader.line();
  }
  await restoreSequences(client, check(BackupSequences, text));
  const end = await readLine(reader, BackupEnd);
  if (end.tables !== tables || end.rows !== rows || !(await reader.isAtEnd())) throw noBackup();
  return end;
}

/** Undefined when the line is what follows the last table. */
function tableIn(text: string): BackupTable | undefined {
  return BackupTable.safeParse(parse(text)).data;
}

async function loadRows(client: pg.PoolClient, table: BackupTable, reader: BackupReader): Promise<number> {
  const copy = client.query(copyFrom(`${copyColumns(table)} FROM STDIN`));
  const done = finished(copy);
  // What the database refuses fails the writing of some later row too, which says less.
  const refusal = done.then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    for (let row = await reader.row(); row !== END_OF_ROWS; row = await reader.row()) await writePiece(copy, row);
    copy.end();
    await done;
    return copy.rowCount;
  } catch (error) {
    copy.destroy();
    throw error instanceof Failure ? error : toRefusal(await refusal);
  }
}

async function restoreSequences(client: pg.PoolClient, { sequences }: z.infer<typeof BackupSequences>): Promise<void> {
  for (const [name, value] of Object.entries(sequences))
    await client.query('SELECT setval($1::regclass, $2::bigint)', [name, value]);
}

export async function readLine<Shape extends z.ZodType>(reader: BackupReader, shape: Shape): Promise<z.infer<Shape>> {
  return check(shape, await reader.line());
}

function check<Shape extends z.ZodType>(shape: Shape, text: string): z.infer<Shape> {
  const read = shape.safeParse(parse(text));
  if (!read.success) throw noBackup();
  return read.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw noBackup();
  }
}

/** PostgreSQL's own sentence would quote the row. Classes 22 and 23 say that a row is at fault, and so the file. */
function toRefusal(error: unknown): Failure {
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  if (/^2[23]/.test(code)) return noBackup();
  const message = `The database does not take the backup (SQLSTATE ${code || 'none'}). Nothing was restored.`;
  return new Failure('unavailable', 'STORE_UNAVAILABLE', message);
}
