import { hash } from 'node:crypto';
import { type IncomingHttpHeaders } from 'node:http';
import { type AuthenticatedCaller } from './authenticated-caller.ts';
import { findFitting, type CredentialDirectory } from './credential-directory.ts';
import { toCanonicalRequest, toSignature, toStringToSign } from './hmac-canonical.ts';
import { parseHmac } from './parse-hmac.ts';
import { parseIcimsDate } from './parse-icims-date.ts';
import { sameText } from './same-text.ts';
import { type SignedRequest } from './signed-request.ts';
import { unauthenticated } from './unauthenticated.ts';

const DATE = 'x-icims-date';
const BODY_HASH = 'x-icims-content-sha256';

export interface Clock {
  readonly now: Date;
  /** How far the sender's clock may be off, either way. iCIMS names no window. */
  readonly skewMs: number;
}

/**
 * Who holds the key of this signature. The signature must cover `x-icims-date`, and `x-icims-content-sha256` when there
 * is a body; iCIMS signs both on its events. Throws `unauthenticated`.
 */
export function authenticateHmac(
  credentials: string,
  request: SignedRequest,
  directory: CredentialDirectory,
  clock: Clock,
): AuthenticatedCaller {
  const hmac = parseHmac(credentials);
  if (hmac === undefined) throw unauthenticated('malformed');
  const headers = readHeaders(hmac.signedHeaders, request.headers);
  const date = requireDate(headers, clock);
  if (request.wireBody.length > 0 && !headers.has(BODY_HASH)) throw unauthenticated('body-not-signed');

  const stringToSign = toStringToSign(date, toCanonicalRequest({ ...request, headers }));
  const candidates = directory.hmac(hmac.user);
  const held = findFitting(candidates, ({ key }) => sameText(hmac.signature, toSignature(stringToSign, key)));
  if (held === undefined)
    throw candidates.known ? unauthenticated('wrong-signature', hmac.user) : unauthenticated('unknown-name');
  // Last, because it costs what the body weighs: only the holder of a key can have us hash a large one.
  if (!isHashOfBody(request)) throw unauthenticated('body-hash', hmac.user);
  return { scheme: 'hmac', name: hmac.user, customerIds: held.customerIds, pointers: held.pointers };
}

function readHeaders(names: readonly string[], headers: IncomingHttpHeaders): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name, requireHeader(name, headers)]));
}

function requireHeader(name: string, headers: IncomingHttpHeaders): string {
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
  if (typeof value !== 'string') throw unauthenticated('header-missing');
  return value;
}

function requireDate(headers: ReadonlyMap<string, string>, { now, skewMs }: Clock): string {
  const text = headers.get(DATE);
  if (text === undefined) throw unauthenticated('date-not-signed');
  const date = parseIcimsDate(text);
  if (date === undefined) throw unauthenticated('unusable-date');
  if (Math.abs(now.getTime() - date.getTime()) > skewMs) throw unauthenticated('stale-date');
  return text;
}

/** iCIMS does not say whether a compressed body is hashed as sent or as inflated: either will do, both bind the body. */
function isHashOfBody({ headers, wireBody, inflatedBody }: SignedRequest): boolean {
  const claimed = headers[BODY_HASH];
  if (claimed === undefined) return true;
  if (typeof claimed !== 'string') return false;
  return sameText(claimed, hash('sha256', wireBody)) || sameText(claimed, hash('sha256', inflatedBody));
}
