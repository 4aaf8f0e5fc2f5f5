import { type SignInTries } from '../accounts/sign-in-brake.ts';
import { type Database } from './database.ts';

const ADD = `WITH swept AS (DELETE FROM sign_in_tries WHERE ends_at < now() - interval '1 hour' AND key <> $1)
  INSERT INTO sign_in_tries AS known (key, tries, ends_at) VALUES ($1, 1, now() + $2 * interval '1 millisecond')
  ON CONFLICT (key) DO UPDATE SET
    tries = CASE WHEN known.ends_at <= now() THEN 1 ELSE known.tries + 1 END,
    ends_at = CASE WHEN known.ends_at <= now() THEN excluded.ends_at ELSE known.ends_at END
  RETURNING tries, ceil(extract(epoch FROM ends_at - now()) * 1000)::integer AS "endsInMs"`;

/** Tries on PostgreSQL, in one statement each, so that no two processes count the same one. */
export function createSignInTries({ query }: Pick<Database, 'query'>): SignInTries {
  return {
    async add(key, windowMs) {
      const [counted] = await query<Awaited<ReturnType<SignInTries['add']>>>({ text: ADD, values: [key, windowMs] });
      return counted ?? { tries: 1, endsInMs: windowMs };
    },
    forget: async (key) => {
      await query({ text: 'DELETE FROM sign_in_tries WHERE key = $1', values: [key] });
    },
  };
}
