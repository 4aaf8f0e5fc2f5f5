import { type PersonSecrets, type PlatformRole } from '../accounts/account.ts';
import { type Query } from './database.ts';
import { sealTotp } from './console-seal.ts';
import { type Vault } from './vault.ts';

type NewPerson = Omit<PersonSecrets, 'disabled'>;

/** With their roles. False when the address has an account already. */
export async function insertPerson({ query, vault }: { query: Query; vault: Vault }, person: NewPerson) {
  const totpSealed = await sealTotp(person.totpSecret, person.email, { vault, query });
  const inserted = await query({
    text: `INSERT INTO people (id, email, name, operator, password_hash, totp_sealed, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
    values: [
      ...[person.id, person.email, person.name, person.operator],
      ...[person.passwordHash, totpSealed, person.createdAt],
    ],
  });
  if (inserted.length === 0) return false;
  await addRoles(query, person.id, person.roles);
  return true;
}

export async function addRoles(query: Query, id: string, roles: readonly PlatformRole[]): Promise<void> {
  await query({
    text: `INSERT INTO platform_roles (person_id, customer_id, role)
      SELECT $1, * FROM unnest($2::text[], $3::text[]) ON CONFLICT DO NOTHING`,
    values: [id, roles.map(({ customerId }) => customerId), roles.map(({ role }) => role)],
  });
}

/** The platform whose admins shall see the entry, when it is about one. */
export function onlyOf(roles: readonly PlatformRole[] = []): string | null {
  const [first, ...others] = new Set(roles.map(({ customerId }) => customerId));
  return first !== undefined && others.length === 0 ? first : null;
}
