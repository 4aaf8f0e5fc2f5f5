import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { findFitting, type CredentialDirectory, type HeldClientSecret } from './credential-directory.ts';
import { readClient, type ClientCredentials, type TokenRequest } from './read-client.ts';
import { TOKEN_LIFETIME_SECONDS, toToken } from './token-format.ts';

/** RFC 6749 §5.1. */
interface TokenGranted {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

/** RFC 6749 §5.2: `status` is the HTTP status, the rest the body. */
interface OAuthError {
  readonly status: 400 | 401;
  readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type';
  readonly error_description: string;
}

export type TokenAnswer = TokenGranted | OAuthError;

const PARAMETERS = ['grant_type', 'client_id', 'client_secret'];

/**
 * Grants an access token for a client id and secret of an `inbound.oauth2` (RFC 6749 §4.4), or says why not; audience
 * and scope are passed over. Nothing is stored: the token carries what it takes to verify it.
 */
export function issueToken(request: TokenRequest, directory: CredentialDirectory, now: Date): TokenAnswer {
  const fault = findFault(request.body ?? {});
  if (fault !== undefined) return fault;
  const readings = readClient(request);
  if (readings === undefined) return invalidRequest('The header and the body name different clients.');
  for (const reading of readings) {
    const held = findHeld(reading, directory);
    if (held !== undefined) return grant(reading.clientId, held, now);
  }
  return { status: 401, error: 'invalid_client', error_description: 'Client authentication failed.' };
}

function findFault(body: Readonly<Record<string, unknown>>): OAuthError | undefined {
  const unusable = PARAMETERS.find((name) => body[name] !== undefined && typeof body[name] !== 'string');
  if (unusable !== undefined) return invalidRequest(`${unusable} must be given once, as text.`);
  if (!body['grant_type']) return invalidRequest('grant_type is missing.');
  if (body['grant_type'] === 'client_credentials') return undefined;
  return { status: 400, error: 'unsupported_grant_type', error_description: 'Only client_credentials is supported.' };
}

function invalidRequest(description: string): OAuthError {
  return { status: 400, error: 'invalid_request', error_description: description };
}

function findHeld(client: ClientCredentials, directory: CredentialDirectory): HeldClientSecret | undefined {
  const digest = hash('sha256', client.clientSecret, 'buffer');
  return findFitting(directory.oauth2(client.clientId), (candidate) => timingSafeEqual(candidate.digest, digest));
}

function grant(clientId: string, held: HeldClientSecret, now: Date): TokenGranted {
  const { key, fingerprint } = held.tokenKey();
  const endSeconds = Math.floor(now.getTime() / 1000) + TOKEN_LIFETIME_SECONDS;
  const nonce = randomBytes(12).toString('base64url');
  return {
    access_token: toToken({ i: clientId, k: fingerprint, e: endSeconds, n: nonce }, key),
    token_type: 'Bearer',
    expires_in: TOKEN_LIFETIME_SECONDS,
  };
}
