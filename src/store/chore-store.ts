import { type ChoreStore } from '../runtime/chores.ts';
import { type Database } from './database.ts';

const BEGIN = `
INSERT INTO chores (name, owner, began_at, leased_until)
VALUES ($1, $2, now(), now() + $3 * interval '1 millisecond')
ON CONFLICT (name) DO UPDATE SET owner = $2, began_at = now(), leased_until = now() + $3 * interval '1 millisecond'
WHERE chores.due_at <= now() AND (chores.leased_until IS NULL OR chores.leased_until <= now())
RETURNING name`;

const EXTEND = `
UPDATE chores SET leased_until = now() + $3 * interval '1 millisecond'
WHERE name = $1 AND owner = $2 AND leased_until IS NOT NULL RETURNING name`;

const END = `
UPDATE chores SET leased_until = NULL, ended_at = now(), due_at = greatest(now(), began_at + $3 * interval '1 millisecond')
WHERE name = $1 AND owner = $2 AND leased_until IS NOT NULL`;

/** Who does which chore, on PostgreSQL. */
export function createChoreStore({ query }: Database): ChoreStore {
  return {
    begin: async (...values) => (await query({ text: BEGIN, values })).length > 0,
    extend: async (...values) => (await query({ text: EXTEND, values })).length > 0,
    end: async (...values) => {
      await query({ text: END, values });
    },
  };
}
