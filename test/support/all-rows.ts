import { type TestDatabase } from './database.ts';
import { queryDatabase } from './query-database.ts';

/** Every row of every table as text, with the name of its table before it. Sealed columns are as they are kept. */
export async function allRows(database: Pick<TestDatabase, 'url'>): Promise<readonly string[]> {
  const tables = await queryDatabase<{ name: string }>(
    database,
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await queryDatabase<{ row: string }>(database, `SELECT t::text AS row FROM ${name} AS t`);
    rows.push(...found.map(({ row }) => `${name} ${row}`));
  }
  return rows;
}
