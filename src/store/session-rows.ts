import { type AccountStore } from '../accounts/account-store.ts';
import { PEOPLE, toPerson, type PersonRow } from './account-rows.ts';
import { type Query } from './database.ts';

type SessionRows = Pick<
  AccountStore,
  'useTotpStep' | 'useRecoveryCode' | 'startSession' | 'findSession' | 'endSession'
>;

const START = 'INSERT INTO sessions (token_hash, person_id, started_at, used_at) VALUES ($1, $2, $3, $3)';
const SWEEP = `DELETE FROM sessions WHERE person_id = $1 AND started_at < $2::timestamptz - interval '1 day'`;
const TOUCH = `UPDATE sessions SET used_at = now() WHERE token_hash = $1 AND used_at < now() - interval '1 minute'`;

export function startSession(query: Query, session: Parameters<AccountStore['startSession']>[0]): Promise<unknown> {
  return query({ text: START, values: [session.tokenHash, session.personId, session.at] });
}

/** Sessions and what a sign-in uses up. */
export function createSessionRows(query: Query): SessionRows {
  return {
    async useTotpStep(personId, step) {
      const text = 'UPDATE people SET totp_step = $2 WHERE id = $1 AND totp_step < $2 RETURNING id';
      return (await query({ text, values: [personId, step] })).length > 0;
    },
    async useRecoveryCode(personId, codeHash) {
      const text = 'DELETE FROM recovery_codes WHERE person_id = $1 AND code_hash = $2 RETURNING person_id';
      return (await query({ text, values: [personId, codeHash] })).length > 0;
    },
    async startSession(session) {
      await query({ text: SWEEP, values: [session.personId, session.at] });
      await startSession(query, session);
    },
    async findSession(tokenHash, { started, used }) {
      const [row] = await query<PersonRow>({
        text: `${PEOPLE} WHERE NOT disabled AND id =
          (SELECT person_id FROM sessions WHERE token_hash = $1 AND started_at > $2 AND used_at > $3)`,
        values: [tokenHash, started, used],
      });
      if (row === undefined) return undefined;
      await query({ text: TOUCH, values: [tokenHash] });
      return toPerson(row);
    },
    async endSession(tokenHash) {
      await query({ text: 'DELETE FROM sessions WHERE token_hash = $1', values: [tokenHash] });
    },
  };
}
