import { type By } from '../accounts/account-store.ts';
import { type SignOnConnection, type SignOnConnectionDocument } from '../accounts/sign-on/sign-on-connection.ts';
import { type NewSignOnConnection, type SignOnStore } from '../accounts/sign-on/sign-on-store.ts';
import { type AuditAction } from '../audit/audit-entry.ts';
import { Failure } from '../runtime/failure.ts';
import { auditStatement } from './audit-entry.ts';
import { openClientSecret, sealClientSecret } from './console-seal.ts';
import { type Database, type Query } from './database.ts';
import { type Vault } from './vault.ts';

type ConnectionRows = Pick<
  SignOnStore,
  | 'listSignOnConnections'
  | 'findSignOnByDomain'
  | 'keepSignOnConnection'
  | 'changeSignOnConnection'
  | 'replaceSignOnSecret'
  | 'deleteSignOnConnection'
  | 'signOnSecretOf'
>;

export const SIGN_ON_CONNECTIONS = `SELECT id, name, issuer, client_id AS "clientId", customer_ids AS "customerIds",
  new_people AS "newPeople", password_sign_in AS "passwordSignIn", enabled, created_at AS "createdAt",
  secret_replaced_at AS "secretReplacedAt",
  ARRAY(SELECT domain FROM sign_on_domains WHERE connection_id = sign_on_connections.id ORDER BY domain) AS domains
  FROM sign_on_connections`;

export type SignOnConnectionRow = SignOnConnection;

const OF_DOMAIN = `${SIGN_ON_CONNECTIONS} WHERE enabled AND id =
  (SELECT connection_id FROM sign_on_domains WHERE domain = $1)`;
const INSERT = `INSERT INTO sign_on_connections (id, name, issuer, client_id, secret_sealed, secret_replaced_at,
  customer_ids, new_people, password_sign_in, enabled, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $6)`;
const UPDATE = `UPDATE sign_on_connections SET name = $2, issuer = $3, client_id = $4, customer_ids = $5,
  new_people = $6, password_sign_in = $7, enabled = $8 WHERE id = $1`;
const END_PASSWORD_SESSIONS = `DELETE FROM sessions WHERE sign_on_connection_id IS NULL AND person_id IN
  (SELECT id FROM people WHERE NOT operator AND split_part(email, '@', 2) = ANY ($1::text[]))`;

/** Sign-on connections; each change is audited in its transaction, for every platform that it is about. */
export function createSignOnConnectionRows({ query, transaction }: Database, vault: Vault): ConnectionRows {
  return {
    listSignOnConnections: () =>
      query<SignOnConnectionRow>({ text: `${SIGN_ON_CONNECTIONS} ORDER BY name, id LIMIT 1000` }),
    async findSignOnByDomain(domain) {
      return (await query<SignOnConnectionRow>({ text: OF_DOMAIN, values: [domain] }))[0];
    },
    keepSignOnConnection: (connection, by) =>
      transaction(async (inside) => {
        await insert({ query: inside, vault }, connection, by);
        await audit(inside, { action: 'sign-on.created', connection, detail: shownOf(connection) }, by);
      }),
    changeSignOnConnection: (before, after, by) =>
      transaction(async (inside) => {
        await change(inside, before, after);
        const connection = { id: before.id, customerIds: [...new Set([...before.customerIds, ...after.customerIds])] };
        await audit(inside, { action: 'sign-on.changed', connection, detail: shownOf(after) }, by);
      }),
    replaceSignOnSecret: (connection, clientSecret, by) =>
      transaction(async (inside) => {
        const sealed = await sealClientSecret(clientSecret, connection.id, { vault, query: inside });
        const text = 'UPDATE sign_on_connections SET secret_sealed = $2, secret_replaced_at = $3 WHERE id = $1';
        await inside({ text, values: [connection.id, sealed, by.at] });
        await audit(inside, { action: 'sign-on.secret-replaced', connection, detail: {} }, by);
      }),
    deleteSignOnConnection: (connection, by) =>
      transaction(async (inside) => {
        await inside({ text: 'DELETE FROM sign_on_connections WHERE id = $1', values: [connection.id] });
        await audit(inside, { action: 'sign-on.deleted', connection, detail: shownOf(connection) }, by);
      }),
    async signOnSecretOf(id) {
      const text = 'SELECT secret_sealed FROM sign_on_connections WHERE id = $1';
      const [row] = await query<{ secret_sealed: Buffer }>({ text, values: [id] });
      if (row === undefined) throw new Failure('invalid', 'NOT_FOUND', 'This sign-on connection was deleted just now.');
      return openClientSecret(row.secret_sealed, id, { vault });
    },
  };
}

async function insert(
  { query, vault }: { query: Query; vault: Vault },
  connection: NewSignOnConnection,
  by: By,
): Promise<void> {
  const { id, name, issuer, clientId, clientSecret, customerIds, newPeople, passwordSignIn, enabled } = connection;
  const sealed = await sealClientSecret(clientSecret, id, { vault, query });
  const values = [id, name, issuer, clientId, sealed, by.at, customerIds, newPeople, passwordSignIn, enabled];
  await query({ text: INSERT, values });
  await keepDomains(query, id, connection.domains);
  await endPasswordSessions(query, connection);
}

/** Sessions that would not be made any more end. Of another issuer, the same subject is somebody else. */
async function change(query: Query, before: SignOnConnection, after: SignOnConnectionDocument): Promise<void> {
  const { id } = before;
  const { name, issuer, clientId, customerIds, newPeople, passwordSignIn, enabled } = after;
  await query({ text: UPDATE, values: [id, name, issuer, clientId, customerIds, newPeople, passwordSignIn, enabled] });
  await query({ text: 'DELETE FROM sign_on_domains WHERE connection_id = $1', values: [id] });
  await keepDomains(query, id, after.domains);
  if (issuer !== before.issuer)
    await query({ text: 'DELETE FROM sign_on_links WHERE connection_id = $1', values: [id] });
  const lost = before.domains.some((domain) => !after.domains.includes(domain));
  if (issuer !== before.issuer || lost || !enabled) {
    await query({ text: 'DELETE FROM sessions WHERE sign_on_connection_id = $1', values: [id] });
    await query({ text: 'DELETE FROM sign_ons_begun WHERE connection_id = $1', values: [id] });
  }
  await endPasswordSessions(query, after);
}

async function keepDomains(query: Query, id: string, domains: readonly string[]): Promise<void> {
  const kept = await query({
    text: `INSERT INTO sign_on_domains (domain, connection_id) SELECT unnest($2::text[]), $1
      ON CONFLICT DO NOTHING RETURNING domain`,
    values: [id, domains],
  });
  if (kept.length < domains.length)
    throw new Failure('invalid', 'CONFLICT', 'One of these domains belongs to another sign-on connection.');
}

async function endPasswordSessions(query: Query, connection: SignOnConnectionDocument): Promise<void> {
  const { domains, passwordSignIn, enabled } = connection;
  if (enabled && !passwordSignIn) await query({ text: END_PASSWORD_SESSIONS, values: [domains] });
}

/** What the audit log may hold: no secret. */
function shownOf({ name, issuer, domains, customerIds, newPeople, passwordSignIn, enabled }: SignOnConnectionDocument) {
  return { name, issuer, domains, customerIds, newPeople, passwordSignIn, enabled };
}

interface Told {
  readonly action: AuditAction;
  readonly connection: Pick<SignOnConnection, 'id' | 'customerIds'>;
  readonly detail: Readonly<Record<string, unknown>>;
  /** The connection unless told otherwise. */
  readonly subject?: string;
}

/** One entry for each platform, so that the admins of each see it. */
export async function audit(query: Query, { action, connection, detail, subject }: Told, by: By): Promise<void> {
  for (const customerId of connection.customerIds)
    await query(auditStatement({ ...by, action, customerId, subject: subject ?? connection.id, detail }));
}
