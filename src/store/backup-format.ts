import * as z from 'zod';
import { Failure } from '../runtime/failure.ts';

/*
 * A backup is gzip'd text by lines: a head; of each table a line that names it, its rows as COPY writes them, and the line
 * that ends them; the sequences; and an end that counts, so that a file that was cut off is never taken for a whole one.
 */

/** The line that ends the rows of a table, as in COPY itself. No row looks like it: COPY escapes backslashes. */
export const END_OF_ROWS = '\\.';

export const BackupHead = z.strictObject({
  format: z.literal('icims-immigration-connector backup 1'),
  madeAt: z.iso.datetime(),
  /** The number of the last migration. */
  schema: z.int().positive(),
});
export type BackupHead = z.infer<typeof BackupHead>;

/** Names go into statements, so they are only such as our schema has. */
const Name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
export const BackupTable = z.strictObject({ table: Name, columns: z.array(Name).min(1) });
export type BackupTable = z.infer<typeof BackupTable>;

/** The last value that each sequence gave out. */
export const BackupSequences = z.strictObject({ sequences: z.record(Name, z.string().regex(/^\d{1,19}$/)) });
export const BackupEnd = z.strictObject({ tables: z.int(), rows: z.int() });
export type BackupEnd = z.infer<typeof BackupEnd>;

export function copyColumns({ table, columns }: BackupTable): string {
  return `COPY ${table} (${columns.map((column) => `"${column}"`).join(', ')})`;
}

export function noBackup(): Failure {
  return new Failure('invalid', 'NO_BACKUP', 'The file is not a whole backup of the connector. Nothing was restored.');
}
