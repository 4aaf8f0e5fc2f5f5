import { type Query } from './database.ts';

interface Belonging {
  readonly table: string;
  readonly column: 'hire_id' | 'case_id';
}

/** Whatever keeps something of a hire or of its built-in case has a column that says of which: so a new table is never forgotten. */
const BELONGINGS = {
  name: 'belongings-of-hires',
  text: `SELECT quote_ident(pg_class.relname) AS table, attname AS column FROM pg_attribute
    JOIN pg_class ON pg_class.oid = attrelid
    WHERE attname IN ('hire_id', 'case_id') AND atttypid = 'uuid'::regtype AND NOT attisdropped
      AND relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname NOT IN ('hires', 'events')
    ORDER BY attname, relname`,
};

/** Removes hires and all that belongs to them but their events. Answers how many cases were among it. */
export async function removeHires(query: Query, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const cases = await query<{ id: string }>({
    text: 'SELECT id FROM cases WHERE hire_id = ANY ($1::uuid[])',
    values: [ids],
  });
  const keys = { case_id: cases.map(({ id }) => id), hire_id: ids };
  for (const { table, column } of await query<Belonging>(BELONGINGS))
    await query({ text: `DELETE FROM ${table} WHERE ${column} = ANY ($1::uuid[])`, values: [keys[column]] });
  await query({ text: 'DELETE FROM hires WHERE id = ANY ($1::uuid[])', values: [ids] });
  return cases.length;
}
