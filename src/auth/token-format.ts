import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import * as z from 'zod';

/** iCIMS' own sample of a token answer, 24 hours (iCIMS "Event Notification Best Practices"). */
export const TOKEN_LIFETIME_SECONDS = 86_400;

/** The one format and the one algorithm: the token chooses nothing. */
const FORMAT = 'icc1';

const TokenPayload = z.strictObject({
  /** Client id. */
  i: z.string(),
  /** Fingerprint of the secret that made the token: which of two to verify with. */
  k: z.string(),
  /** End, in seconds since 1970. */
  e: z.int(),
  /** Nonce: no two tokens are alike. */
  n: z.string(),
});
type TokenPayload = z.infer<typeof TokenPayload>;

/** What a client secret gives for tokens. Nothing of it tells the secret. */
export interface TokenKey {
  readonly key: KeyObject;
  readonly fingerprint: string;
}

interface ParsedToken {
  readonly payload: TokenPayload;
  /** The text that the signature covers. */
  readonly signed: string;
  readonly signature: string;
}

/**
 * The key of a client secret's tokens (HKDF-SHA256, RFC 5869). A token so depends on nothing but the secret: it
 * survives a restart, holds on every replica, and ends when the secret leaves the platform document.
 */
export function toTokenKey(clientSecret: string): TokenKey {
  const derived = Buffer.from(hkdfSync('sha256', clientSecret, '', 'icims-connector access token v1', 48));
  return { key: createSecretKey(derived.subarray(0, 32)), fingerprint: derived.toString('base64url', 32) };
}

/** The token of a payload. */
export function toToken(payload: TokenPayload, key: KeyObject): string {
  const signed = `${FORMAT}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`;
  return `${signed}.${signToken(signed, key)}`;
}

/** The base64url HMAC-SHA256 of a token's signed text. */
export function signToken(signed: string, key: KeyObject): string {
  return createHmac('sha256', key).update(signed).digest('base64url');
}

/** The parts of a token, none of them verified; undefined when it is not one of ours. */
export function parseToken(token: string): ParsedToken | undefined {
  const [format, encoded, signature, ...more] = token.split('.', 4);
  if (format !== FORMAT || !encoded || !signature || more.length > 0) return undefined;
  const payload = TokenPayload.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString()));
  return payload.success ? { payload: payload.data, signed: `${format}.${encoded}`, signature } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
