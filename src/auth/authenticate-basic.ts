import { hash, timingSafeEqual } from 'node:crypto';
import { type AuthenticatedCaller } from './authenticated-caller.ts';
import { findFitting, type CredentialDirectory } from './credential-directory.ts';
import { parseBasic } from './parse-basic.ts';
import { unauthenticated } from './unauthenticated.ts';

/** Who holds this Basic credential (RFC 7617). Throws `unauthenticated`. */
export function authenticateBasic(credentials: string, directory: CredentialDirectory): AuthenticatedCaller {
  const basic = parseBasic(credentials);
  if (basic === undefined) throw unauthenticated('malformed');
  const candidates = directory.basic(basic.username);
  const digest = hash('sha256', basic.password, 'buffer');
  const held = findFitting(candidates, (candidate) => timingSafeEqual(candidate.digest, digest));
  if (held !== undefined)
    return { scheme: 'basic', name: basic.username, customerIds: held.customerIds, pointers: held.pointers };
  throw candidates.known ? unauthenticated('wrong-secret', basic.username) : unauthenticated('unknown-name');
}
