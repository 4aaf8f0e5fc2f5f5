import { type Person } from '../accounts/account.ts';
import { type AccountStore } from '../accounts/account-store.ts';
import { PEOPLE, toPerson, type PersonRow } from './account-rows.ts';
import { type Query } from './database.ts';

type SessionRows = Pick<
  AccountStore,
  'useTotpStep' | 'useRecoveryCode' | 'startSession' | 'findSession' | 'endSession'
>;

const START = `INSERT INTO sessions (token_hash, person_id, started_at, used_at, sign_on_connection_id)
  VALUES ($1, $2, $3, $3, $4)`;
/** Whoever came by a connection that was turned off meanwhile is out. */
const FIND = `SELECT person_id, customer_ids AS reach FROM sessions
  LEFT JOIN sign_on_connections ON sign_on_connections.id = sign_on_connection_id
  WHERE token_hash = $1 AND started_at > $2 AND used_at > $3 AND enabled IS NOT false`;
const SWEEP = `DELETE FROM sessions WHERE person_id = $1 AND started_at < $2::timestamptz - interval '1 day'`;
const TOUCH = `UPDATE sessions SET used_at = now() WHERE token_hash = $1 AND used_at < now() - interval '1 minute'`;

interface SessionRow {
  readonly person_id: string;
  /** Null: by password, to wherever the person may go. */
  readonly reach: readonly string[] | null;
}

export function startSession(query: Query, session: Parameters<AccountStore['startSession']>[0]): Promise<unknown> {
  const { tokenHash, personId, at, signOnConnectionId = null } = session;
  return query({ text: START, values: [tokenHash, personId, at, signOnConnectionId] });
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
      const [session] = await query<SessionRow>({ text: FIND, values: [tokenHash, started, used] });
      if (session === undefined) return undefined;
      const text = `${PEOPLE} WHERE NOT disabled AND id = $1`;
      const [row] = await query<PersonRow>({ text, values: [session.person_id] });
      if (row === undefined) return undefined;
      await query({ text: TOUCH, values: [tokenHash] });
      return { person: within(toPerson(row), session.reach), byPassword: session.reach === null };
    },
    async endSession(tokenHash) {
      await query({ text: 'DELETE FROM sessions WHERE token_hash = $1', values: [tokenHash] });
    },
  };
}

/** A customer's provider can make anybody's session of its domains, so none of them reaches another customer. */
function within(person: Person, reach: readonly string[] | null): Person {
  if (reach === null) return person;
  return { ...person, operator: false, roles: person.roles.filter(({ customerId }) => reach.includes(customerId)) };
}
