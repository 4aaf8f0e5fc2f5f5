import { type ApiKey, type Person } from '../accounts/account.ts';

export interface PersonRow extends Person {
  readonly password_hash: string;
  readonly totp_sealed: Buffer;
}

export const PEOPLE = `SELECT id, email, name, operator, disabled, created_at AS "createdAt", password_hash, totp_sealed,
  coalesce((SELECT jsonb_agg(jsonb_build_object('customerId', customer_id, 'role', role) ORDER BY customer_id, role)
    FROM platform_roles WHERE person_id = people.id), '[]') AS roles FROM people`;

export const API_KEYS = `SELECT id, name, customer_id AS "customerId", scopes, created_by AS "createdBy",
  created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM api_keys`;

export type ApiKeyRow = ApiKey;

/** Without what sign-in is checked against. */
export function toPerson({ password_hash: _hash, totp_sealed: _sealed, ...person }: PersonRow): Person {
  return person;
}
