import { type AccountStore, type By, type NewPassword, type OwnSession } from '../accounts/account-store.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';
import { onlyOf } from './person-rows.ts';
import { startSession } from './session-rows.ts';

type OwnSessionRows = Pick<AccountStore, 'listSessions' | 'endSessionOf' | 'endOtherSessions' | 'changePassword'>;

/** Of the hash that a session is found by, so that the hash itself stands in no address. */
const ID = "left(encode(sha256(token_hash), 'hex'), 32)::uuid";
const LIST = `SELECT ${ID} AS id, token_hash AS "tokenHash", started_at AS "startedAt", used_at AS "usedAt", name AS "signOn"
  FROM sessions LEFT JOIN sign_on_connections ON sign_on_connections.id = sign_on_connection_id
  WHERE person_id = $1 AND started_at > $2 AND used_at > $3 AND enabled IS NOT false
  ORDER BY started_at DESC, token_hash LIMIT 100`;
const END = `DELETE FROM sessions WHERE person_id = $1 AND ${ID} = $2 RETURNING 1`;
const CHANGE = `UPDATE people SET password_hash = $3 WHERE id = $1 AND password_hash = $2 AND NOT disabled RETURNING 1`;

/** What somebody does with their own account. */
export function createOwnSessionRows({ query, transaction }: Database): OwnSessionRows {
  return {
    listSessions: (personId, { started, used }) => query<OwnSession>({ text: LIST, values: [personId, started, used] }),
    endSessionOf: async (personId, sessionId) => (await query({ text: END, values: [personId, sessionId] })).length > 0,
    async endOtherSessions(personId, tokenHash) {
      const text = 'DELETE FROM sessions WHERE person_id = $1 AND token_hash <> $2';
      await query({ text, values: [personId, tokenHash] });
    },
    changePassword: (change, by) => transaction((inside) => changePassword(inside, change, by)),
  };
}

async function changePassword(query: Query, { person, before, after, session }: NewPassword, by: By): Promise<boolean> {
  const { id, roles } = person;
  const changed = await query({ text: CHANGE, values: [id, before, after] });
  if (changed.length === 0) return false;
  await query({ text: 'DELETE FROM sessions WHERE person_id = $1', values: [id] });
  await startSession(query, session);
  const entry = { action: 'person.password-changed', customerId: onlyOf(roles), subject: id, detail: {} } as const;
  await query(auditStatement({ ...by, ...entry }));
  return true;
}
