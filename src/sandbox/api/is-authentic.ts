import { type IncomingMessage } from 'node:http';
import { HMAC_SCHEME, hmacSignature, sha256 } from '../hmac.ts';
import { type SimulatedPlatform } from '../simulated-platform.ts';

const MAX_SKEW_MS = 15 * 60_000;

/** Whether a request carries a credential of this platform: bearer token, HMAC signature or Basic pair. */
export function isAuthentic(request: IncomingMessage, bytes: Buffer, platform: SimulatedPlatform): boolean {
  const authorization = request.headers.authorization ?? '';
  const space = authorization.indexOf(' ');
  const credential = authorization.slice(space + 1);
  switch (authorization.slice(0, space).toLowerCase()) {
    case 'bearer':
      return platform.tokens.accepts(credential);
    case 'basic':
      return isPair(credential, platform);
    case HMAC_SCHEME:
      return isSigned(request, { bytes, credential, platform });
    default:
      return false;
  }
}

function isPair(credential: string, { credentials }: SimulatedPlatform): boolean {
  const { username, password } = credentials.api.basic;
  return Buffer.from(credential, 'base64').toString('utf8') === `${username}:${password}`;
}

interface Signed {
  readonly bytes: Buffer;
  readonly credential: string;
  readonly platform: SimulatedPlatform;
}

function isSigned(request: IncomingMessage, { bytes, credential, platform }: Signed): boolean {
  const { user, key } = platform.credentials.api.hmac;
  const given = parts(credential);
  const names = (given['signedheaders'] ?? '').split(';');
  if (given['user'] !== user || !names.includes('host') || !names.includes('x-icims-date')) return false;
  if (!isFresh(request, platform.now()) || !isBodyHash(request, bytes)) return false;
  const headers = Object.fromEntries(names.map((name) => [name, headerText(request, name)]));
  return given['signature'] === hmacSignature({ ...target(request), headers }, key);
}

function target({ method = '', url = '' }: IncomingMessage) {
  const [path = '', ...query] = url.split('?');
  return { method, path, query: query.join('?') };
}

function isBodyHash(request: IncomingMessage, bytes: Buffer): boolean {
  const given = headerText(request, 'x-icims-content-sha256');
  return given === '' || given === sha256(bytes);
}

function headerText(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? '');
}

function parts(credential: string): Readonly<Record<string, string>> {
  const pairs = credential.split(',').map((part) => part.trim().split(/=(.*)/s, 2) as [string, string]);
  return Object.fromEntries(pairs);
}

function isFresh(request: IncomingMessage, now: Date): boolean {
  const text = headerText(request, 'x-icims-date').replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  return Math.abs(Date.parse(text) - now.getTime()) <= MAX_SKEW_MS;
}
