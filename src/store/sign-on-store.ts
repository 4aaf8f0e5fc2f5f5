import { type By } from '../accounts/account-store.ts';
import { type SignOnEntering, type SignOnFacts, type SignOnStore } from '../accounts/sign-on/sign-on-store.ts';
import { signOnRefused } from '../accounts/sign-on/sign-on-refused.ts';
import { PEOPLE, toPerson, type PersonRow } from './account-rows.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';
import { insertPerson, onlyOf } from './person-rows.ts';
import { startSession } from './session-rows.ts';
import {
  audit,
  createSignOnConnectionRows,
  SIGN_ON_CONNECTIONS,
  type SignOnConnectionRow,
} from './sign-on-connection-rows.ts';
import { type Vault } from './vault.ts';

const INVITATION = `SELECT token_hash AS "tokenHash", roles FROM invitations
  WHERE email = $1 AND NOT operator AND expires_at > $2 ORDER BY expires_at DESC LIMIT 1`;
const LINK = `INSERT INTO sign_on_links (connection_id, subject, person_id) VALUES ($1, $2, $3)
  ON CONFLICT DO NOTHING RETURNING person_id`;

/** Single sign-on on PostgreSQL. */
export function createSignOnStore(database: Database, vault: Vault): SignOnStore {
  const { query, transaction } = database;
  return {
    ...createSignOnConnectionRows(database, vault),
    async keepSignOnBegun({ tokenHash, connectionId, now, endsAt }) {
      await query({ text: 'DELETE FROM sign_ons_begun WHERE ends_at < $1', values: [now] });
      const text = 'INSERT INTO sign_ons_begun (token_hash, connection_id, ends_at) VALUES ($1, $2, $3)';
      await query({ text, values: [tokenHash, connectionId, endsAt] });
    },
    async takeSignOnBegun(tokenHash, now) {
      const text = `WITH taken AS (DELETE FROM sign_ons_begun WHERE token_hash = $1 RETURNING connection_id, ends_at)
        ${SIGN_ON_CONNECTIONS} WHERE enabled AND id = (SELECT connection_id FROM taken WHERE ends_at > $2)`;
      return (await query<SignOnConnectionRow>({ text, values: [tokenHash, now] }))[0];
    },
    readSignOnFacts: (asked) => readFacts(query, asked),
    enterBySignOn: (entering, by) => transaction((inside) => enter({ query: inside, vault }, entering, by)),
    async noteSignOnRefused(connection, cause, at) {
      const by = { at, actor: 'sign-on' };
      await transaction((inside) => audit(inside, { action: 'sign-on.refused', connection, detail: { cause } }, by));
    },
  };
}

async function readFacts(query: Query, asked: Parameters<SignOnStore['readSignOnFacts']>[0]): Promise<SignOnFacts> {
  const { connectionId, subject, email = '', now } = asked;
  const linkOf = 'SELECT person_id FROM sign_on_links WHERE connection_id = $1 AND subject = $2';
  const linked = await query<PersonRow>({
    text: `${PEOPLE} WHERE id = (${linkOf})`,
    values: [connectionId, subject],
  });
  const ofEmail = await query<PersonRow>({ text: `${PEOPLE} WHERE email = $1`, values: [email] });
  const otherwise = await query({
    text: 'SELECT FROM sign_on_links WHERE connection_id = $1 AND person_id = $2',
    values: [connectionId, ofEmail[0]?.id ?? null],
  });
  const invitations = await query<NonNullable<SignOnFacts['invitation']>>({ text: INVITATION, values: [email, now] });
  return {
    linked: linked.map(toPerson)[0],
    ofEmail: ofEmail.map(toPerson)[0],
    linkedOtherwise: otherwise.length > 0,
    invitation: invitations[0],
  };
}

type Inside = Parameters<typeof insertPerson>[0];

/** What somebody else did meanwhile undoes all of it. */
async function enter({ query, vault }: Inside, entering: SignOnEntering, by: By): Promise<void> {
  const { connection, subject, tokenHash, person } = entering;
  if (person.how === 'new') await create({ query, vault }, person, by);
  if (person.how !== 'linked') {
    const linked = await query({ text: LINK, values: [connection.id, subject, person.id] });
    if (linked.length === 0) throw signOnRefused('overtaken');
    await audit(query, { action: 'person.linked', connection, subject: person.id, detail: { to: connection.id } }, by);
  }
  await startSession(query, { tokenHash, personId: person.id, at: by.at, signOnConnectionId: connection.id });
  const detail = { by: connection.id };
  await audit(query, { action: 'person.signed-on', connection, subject: person.id, detail }, by);
}

type NewPerson = Extract<SignOnEntering['person'], { how: 'new' }>;

async function create(inside: Inside, { how: _how, invitationHash, ...person }: NewPerson, by: By): Promise<void> {
  const { query } = inside;
  if (!(await insertPerson(inside, { ...person, operator: false, createdAt: by.at }))) throw signOnRefused('overtaken');
  if (invitationHash !== undefined) {
    const text = 'DELETE FROM invitations WHERE token_hash = $1 RETURNING 1';
    if ((await query({ text, values: [invitationHash] })).length === 0) throw signOnRefused('overtaken');
  }
  const entry = { action: 'person.created', customerId: onlyOf(person.roles), subject: person.id, detail: {} } as const;
  await query(auditStatement({ ...by, ...entry }));
}
