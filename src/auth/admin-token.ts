import { hash, timingSafeEqual } from 'node:crypto';
import { requireAuthorization } from './authorization.ts';
import { unauthenticated } from './unauthenticated.ts';

/** Who acts on the admin API, as the audit log names them. */
export interface AdminCaller {
  readonly name: string;
}

/**
 * The partner operator, by the bearer token of `ADMIN_TOKEN`. Without a configured token nobody is let in by one.
 * Throws `unauthenticated`.
 */
export function authenticateAdmin(authorization: string | undefined, adminToken: string | undefined): AdminCaller {
  const { scheme, credentials } = requireAuthorization(authorization);
  if (scheme !== 'bearer') throw unauthenticated('unknown-scheme');
  if (!adminToken) throw unauthenticated('no-admin-token');
  if (!timingSafeEqual(hash('sha256', credentials, 'buffer'), hash('sha256', adminToken, 'buffer'))) {
    throw unauthenticated('wrong-secret');
  }
  return { name: 'admin-token' };
}
