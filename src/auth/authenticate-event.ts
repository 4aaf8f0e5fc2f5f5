import { authenticateBasic } from './authenticate-basic.ts';
import { authenticateHmac, type Clock } from './authenticate-hmac.ts';
import { type AuthenticatedCaller } from './authenticated-caller.ts';
import { requireAuthorization } from './authorization.ts';
import { type CredentialDirectory } from './credential-directory.ts';
import { HMAC_SCHEME } from './hmac-canonical.ts';
import { type SignedRequest } from './signed-request.ts';
import { unauthenticated } from './unauthenticated.ts';
import { verifyToken } from './verify-token.ts';

type Authenticate = (
  credentials: string,
  request: SignedRequest,
  directory: CredentialDirectory,
  clock: Clock,
) => AuthenticatedCaller;

/** The three that iCIMS offers for events (iCIMS "Event Notification Best Practices"). */
const schemes: ReadonlyMap<string, Authenticate> = new Map<string, Authenticate>([
  ['basic', (credentials, _request, directory) => authenticateBasic(credentials, directory)],
  [HMAC_SCHEME, authenticateHmac],
  ['bearer', (token, _request, directory, { now }) => verifyToken(token, directory, now)],
]);

/**
 * Who sent an event, by the credential in its one Authorization header, checked on the bytes as received.
 * Throws `unauthenticated`, alike for every cause; whether the caller may speak for the event's customerId is asked of
 * `customerIds` once the event is parsed.
 */
export function authenticateEvent(
  request: SignedRequest,
  directory: CredentialDirectory,
  clock: Clock,
): AuthenticatedCaller {
  if (countAuthorizations(request.rawHeaders) > 1) throw unauthenticated('several-credentials');
  const { scheme, credentials } = requireAuthorization(request.headers.authorization);
  const authenticate = schemes.get(scheme);
  if (authenticate === undefined) throw unauthenticated('unknown-scheme');
  return authenticate(credentials, request, directory, clock);
}

/** Node keeps only the first in `headers`. */
function countAuthorizations(rawHeaders: readonly string[] = []): number {
  return rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'authorization').length;
}
