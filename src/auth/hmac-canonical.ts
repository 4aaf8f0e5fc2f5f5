import { createHmac, hash, type KeyObject } from 'node:crypto';

/**
 * What a signature of iCIMS is made over. Nothing here changes or decodes what was received: the literal text of
 * target and headers is what the sender signed. Text is one character per byte of the wire (as Node hands out header
 * values), hence `latin1` wherever it becomes bytes again.
 *
 * Sources: iCIMS "Authenticating Requests Using HMAC"; line order as in the public client macat/connect.
 */
export const HMAC_SCHEME = 'x-icims-v1-hmac-sha256';

interface CanonicalParts {
  readonly method: string;
  /** Path and query as received. */
  readonly target: string;
  /** Signed headers by lower-case name, in any order. */
  readonly headers: ReadonlyMap<string, string>;
}

/**
 * METHOD
 * path
 * query, raw; an empty line when there is none
 * name:value of each signed header, sorted by name
 * (empty line)
 * the sorted names, joined by ;
 */
export function toCanonicalRequest({ method, target, headers }: CanonicalParts): string {
  const [path, query] = splitTarget(target);
  const names = [...headers.keys()].sort();
  const lines = names.map((name) => `${name}:${headers.get(name) ?? ''}`);
  return [method.toUpperCase(), path, query, ...lines, '', names.join(';')].join('\n');
}

/** Scheme, the literal `x-icims-date`, and the hex SHA-256 of the canonical request, on a line each. */
export function toStringToSign(date: string, canonicalRequest: string): string {
  return [HMAC_SCHEME, date, hash('sha256', Buffer.from(canonicalRequest, 'latin1'), 'hex')].join('\n');
}

/** The 64 lower-case hex digits of HMAC-SHA256 under the key itself; there is no derived day key. */
export function toSignature(stringToSign: string, key: KeyObject): string {
  return createHmac('sha256', key).update(stringToSign, 'latin1').digest('hex');
}

function splitTarget(target: string): [path: string, query: string] {
  const mark = target.indexOf('?');
  return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}
