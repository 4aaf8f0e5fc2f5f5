import { createHash, createHmac } from 'node:crypto';

export const HMAC_SCHEME = 'x-icims-v1-hmac-sha256';

/** What a signature covers. Header values are the literal text that is sent. */
export interface SignedParts {
  readonly method: string;
  readonly path: string;
  /** Raw query without the question mark; empty when there is none. */
  readonly query: string;
  /** Signed headers by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The hexadecimal signature of scheme `x-icims-v1-hmac-sha256` (iCIMS "Authenticating requests using HMAC"; details as in
 * public client code): HMAC-SHA256 with the key as it is, over scheme, `x-icims-date` and the hash of the canonical request.
 */
export function hmacSignature(parts: SignedParts, key: string): string {
  const names = Object.keys(parts.headers).sort();
  const lines = names.map((name) => `${name}:${parts.headers[name] ?? ''}`);
  const canonical = [parts.method.toUpperCase(), parts.path, parts.query, ...lines, '', names.join(';')].join('\n');
  const toSign = [HMAC_SCHEME, parts.headers['x-icims-date'] ?? '', sha256(canonical)].join('\n');
  return createHmac('sha256', key).update(toSign).digest('hex');
}

/** Lower-case hexadecimal SHA-256. */
export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
