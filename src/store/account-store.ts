import { type Invitation } from '../accounts/account.ts';
import { type AcceptedInvitation, type AccountStore, type By, type PersonChange } from '../accounts/account-store.ts';
import { Failure } from '../runtime/failure.ts';
import { PEOPLE, toPerson, type PersonRow } from './account-rows.ts';
import { createApiKeyRows } from './api-key-rows.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';
import { addRoles, insertPerson, onlyOf } from './person-rows.ts';
import { createOwnSessionRows } from './own-session-rows.ts';
import { createSessionRows, startSession } from './session-rows.ts';
import { openTotp, sealTotp } from './console-seal.ts';
import { type Vault } from './vault.ts';

/** Who becomes or stays the last operator is decided by one at a time. */
const FIRST_LOCK = 7_216_003;

/** People, sessions, invitations and API keys on PostgreSQL. */
export function createAccountStore(database: Database, vault: Vault): AccountStore {
  const { query, transaction } = database;
  return {
    ...createSessionRows(query),
    ...createOwnSessionRows(database),
    ...createApiKeyRows(database),
    hasPeople: async () => (await query({ text: 'SELECT 1 FROM people LIMIT 1' })).length > 0,
    async findByEmail(email) {
      const [row] = await query<PersonRow>({ text: `${PEOPLE} WHERE email = $1`, values: [email] });
      if (row === undefined) return undefined;
      const totpSecret = await openTotp(row.totp_sealed, email, { vault });
      return { ...toPerson(row), passwordHash: row.password_hash, totpSecret };
    },
    listPeople: async () => (await query<PersonRow>({ text: `${PEOPLE} ORDER BY email LIMIT 1000` })).map(toPerson),
    async getPerson(id) {
      const [row] = await query<PersonRow>({ text: `${PEOPLE} WHERE id = $1`, values: [id] });
      return row === undefined ? undefined : toPerson(row);
    },
    changePerson: (change, by) => transaction((inside) => changePerson(inside, change, by)),
    keepInvitation: (tokenHash, invitation, by) =>
      transaction((inside) => keepInvitation({ query: inside, vault }, { tokenHash, invitation }, by)),
    findInvitation: (tokenHash, now) => findInvitation({ query, vault }, tokenHash, now),
    acceptInvitation: (accepted, by) =>
      transaction((inside) => acceptInvitation({ query: inside, vault }, accepted, by)),
  };
}

interface Inside {
  readonly query: Query;
  readonly vault: Vault;
}

async function changePerson(query: Query, change: PersonChange, by: By): Promise<void> {
  const { id, roles, platforms, disabled, endSessions } = change;
  if (roles !== undefined) {
    const text = 'DELETE FROM platform_roles WHERE person_id = $1 AND ($2::text[] IS NULL OR customer_id = ANY ($2))';
    await query({ text, values: [id, platforms ?? null] });
    await addRoles(query, id, roles);
  }
  if (disabled === true) await requireAnotherOperator(query, id);
  if (disabled !== undefined)
    await query({ text: 'UPDATE people SET disabled = $2 WHERE id = $1', values: [id, disabled] });
  if (disabled === true || endSessions === true)
    await query({ text: 'DELETE FROM sessions WHERE person_id = $1', values: [id] });
  // Whoever is let in again may have another login at the provider by then.
  if (disabled === true) await query({ text: 'DELETE FROM sign_on_links WHERE person_id = $1', values: [id] });
  const detail = { roles, disabled, endSessions };
  await query(auditStatement({ ...by, action: 'person.changed', customerId: onlyOf(roles), subject: id, detail }));
}

/** With a lock, so that two operators who disable each other at once do not leave nobody. */
async function requireAnotherOperator(query: Query, id: string): Promise<void> {
  await query({ text: 'SELECT pg_advisory_xact_lock($1)', values: [FIRST_LOCK] });
  const [left] = await query<{ none: boolean }>({
    text: `SELECT operator AND NOT EXISTS (SELECT FROM people WHERE operator AND NOT disabled AND id <> $1) AS none
      FROM people WHERE id = $1`,
    values: [id],
  });
  if (left?.none !== true) return;
  throw new Failure('invalid', 'CONFLICT', 'This is the last operator who can sign in; invite another one first.');
}

async function keepInvitation(
  { query, vault }: Inside,
  { tokenHash, invitation }: { tokenHash: Buffer; invitation: Invitation },
  by: By,
): Promise<void> {
  const { email, operator, roles, totpSecret, expiresAt } = invitation;
  await query({ text: 'DELETE FROM invitations WHERE expires_at < $1', values: [by.at] });
  await query({
    text: `INSERT INTO invitations (token_hash, email, operator, roles, totp_sealed, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [
      ...[tokenHash, email, operator, JSON.stringify(roles)],
      ...[await sealTotp(totpSecret, tokenHash.toString('hex'), { vault, query }), expiresAt],
    ],
  });
  const detail = { operator, roles };
  await query(auditStatement({ ...by, action: 'person.invited', customerId: onlyOf(roles), subject: null, detail }));
}

interface InvitationRow extends Omit<Invitation, 'totpSecret'> {
  readonly totp_sealed: Buffer;
}

async function findInvitation({ query, vault }: Inside, tokenHash: Buffer, now: Date): Promise<Invitation | undefined> {
  const [row] = await query<InvitationRow>({
    text: `SELECT email, operator, roles, totp_sealed, expires_at AS "expiresAt" FROM invitations
      WHERE token_hash = $1 AND expires_at > $2 AND (email IS NOT NULL OR NOT EXISTS (SELECT FROM people))`,
    values: [tokenHash, now],
  });
  if (row === undefined) return undefined;
  const { totp_sealed, ...invitation } = row;
  return { ...invitation, totpSecret: await openTotp(totp_sealed, tokenHash.toString('hex'), { vault }) };
}

async function acceptInvitation({ query, vault }: Inside, accepted: AcceptedInvitation, by: By) {
  const { tokenHash, person, recoveryHashes, session, first } = accepted;
  if (first) await query({ text: 'SELECT pg_advisory_xact_lock($1)', values: [FIRST_LOCK] });
  const taken = await query({
    text: 'SELECT 1 FROM people WHERE email = $1 OR $2::boolean LIMIT 1',
    values: [person.email, first],
  });
  if (taken.length > 0) return first ? 'used-up' : 'email-taken';
  const used = await query({ text: 'DELETE FROM invitations WHERE token_hash = $1 RETURNING 1', values: [tokenHash] });
  if (used.length === 0) return 'used-up';
  if (!(await insertPerson({ query, vault }, person))) return 'email-taken';
  const text = 'INSERT INTO recovery_codes (person_id, code_hash) SELECT $1, unnest($2::bytea[])';
  await query({ text, values: [person.id, recoveryHashes] });
  await startSession(query, session);
  const entry = { action: 'person.created', customerId: onlyOf(person.roles), subject: person.id, detail: {} } as const;
  await query(auditStatement({ ...by, ...entry }));
  return 'created';
}
