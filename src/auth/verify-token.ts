import { type AuthenticatedCaller } from './authenticated-caller.ts';
import { type CredentialDirectory, type HeldClientSecret } from './credential-directory.ts';
import { sameText } from './same-text.ts';
import { parseToken, signToken, TOKEN_LIFETIME_SECONDS } from './token-format.ts';
import { unauthenticated } from './unauthenticated.ts';

/** Clocks of two replicas may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 300;

/**
 * Who holds the client secret that this token was made with. The directory decides, not the token: when the secret has
 * left a platform, so has the token. Throws `unauthenticated`.
 */
export function verifyToken(token: string, directory: CredentialDirectory, now: Date): AuthenticatedCaller {
  const parsed = parseToken(token);
  if (parsed === undefined) throw unauthenticated('malformed');
  const { i: clientId, k: fingerprint, e: endSeconds } = parsed.payload;
  const { known, secrets } = directory.oauth2(clientId);
  const held = pickByFingerprint(secrets, fingerprint);
  const genuine = held !== undefined && sameText(parsed.signature, signToken(parsed.signed, held.tokenKey().key));
  if (!genuine) throw known ? unauthenticated('wrong-signature', clientId) : unauthenticated('unknown-name');
  if (!isInItsLife(endSeconds, now)) throw unauthenticated('expired-token', clientId);
  return { scheme: 'bearer', name: clientId, customerIds: held.customerIds, pointers: held.pointers };
}

/** One signature is checked per token, whatever it claims: without a match, that of the last candidate. */
function pickByFingerprint(secrets: readonly HeldClientSecret[], fingerprint: string): HeldClientSecret | undefined {
  return secrets.find((candidate) => candidate.tokenKey().fingerprint === fingerprint) ?? secrets.at(-1);
}

/** A life longer than we give was not given by us, even if the secret is right. */
function isInItsLife(endSeconds: number, now: Date): boolean {
  const leftSeconds = endSeconds - now.getTime() / 1000;
  return leftSeconds > 0 && leftSeconds <= TOKEN_LIFETIME_SECONDS + CLOCK_TOLERANCE_SECONDS;
}
