import { createHash, createHmac } from 'node:crypto';
import { type IcimsAuth } from '../platforms/platform.ts';

const SCHEME = 'x-icims-v1-hmac-sha256';

/** A request as it goes out: what is signed is what is sent. */
export interface UnsignedRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: Buffer;
}

/**
 * The headers that authenticate a request by HMAC (iCIMS "Authenticating requests using HMAC"): `host` and
 * `x-icims-date` are signed, with a body also its type and SHA-256. The shared key is used as it is.
 */
export function signHmac(
  auth: Extract<IcimsAuth, { type: 'hmac' }>,
  request: UnsignedRequest,
  now: Date,
): Record<string, string> {
  const url = new URL(request.url);
  const date = `${now.toISOString().slice(0, 19)}Z`;
  const sent = { ...bodyHeaders(request.body), 'x-icims-date': date };
  const signed = Object.entries({ ...sent, host: url.host }).sort(([one], [other]) => (one < other ? -1 : 1));
  const names = signed.map(([name]) => name).join(';');
  const lines = signed.map(([name, value]) => `${name}:${value}`);
  const canonical = [request.method, url.pathname, url.search.slice(1), ...lines, '', names].join('\n');
  const toSign = [SCHEME, date, sha256(canonical)].join('\n');
  const signature = createHmac('sha256', auth.key).update(toSign).digest('hex');
  return { ...sent, authorization: `${SCHEME} user=${auth.user},signedheaders=${names},signature=${signature}` };
}

function bodyHeaders(body: Buffer | undefined): Record<string, string> {
  if (body === undefined) return {};
  return { 'content-type': 'application/json', 'x-icims-content-sha256': sha256(body) };
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}
