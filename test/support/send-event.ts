import { type IncomingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';
import { post } from '../../src/sandbox/events/post.ts';
import { linkHeader, type EventBody } from '../../src/sandbox/events/status-change-event.ts';
import { HMAC_SCHEME, hmacSignature, sha256 } from '../../src/sandbox/hmac.ts';
import { type Credentials } from '../../src/sandbox/seed/employer.ts';

/** One answer of `POST /icims/v1/events`, whichever it is. */
interface AnswerBody {
  readonly status?: string;
  readonly reference?: string;
  readonly reason?: string;
  readonly error?: { readonly userMessage: string; readonly debugErrorMessage: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: AnswerBody;
  /** As it came, for comparing and searching. */
  readonly text: string;
  /** The stable code at the beginning of `debugErrorMessage`. */
  readonly code: string | undefined;
}

export type Authentication = 'basic' | 'hmac' | 'oauth2';

/** How an event is sent. Left out, it goes as most platforms send: gzip'd, by Basic, with `Link` header. */
export interface Sending {
  readonly authentication?: Authentication;
  /** A header value of the test's own instead; null for none. */
  readonly authorization?: string | null;
  readonly gzip?: boolean;
  readonly at?: Date;
  /** Replaces or adds headers after signing. */
  readonly headers?: Readonly<Record<string, string>>;
  /** These bytes instead of the event's JSON; signed as they are. */
  readonly bytes?: Buffer;
  /** Put in place of the signed bytes: somebody tampered on the way. */
  readonly tampered?: Buffer;
}

interface Target {
  /** Base URL of the connector. */
  readonly url: string;
  readonly credentials: Credentials['events'];
}

const TIMEOUT_MS = 20_000;

/** Sends one event, byte for byte as iCIMS does. */
export async function sendEvent(event: EventBody, target: Target, sending: Sending = {}): Promise<Answer> {
  const url = new URL('/icims/v1/events', target.url);
  const plain = sending.bytes ?? Buffer.from(JSON.stringify(event));
  const gzip = sending.gzip ?? sending.bytes === undefined;
  const body = gzip ? gzipSync(plain) : plain;
  const unsigned = { ...headersOf(url, event), ...(gzip ? { 'content-encoding': 'gzip' } : {}) };
  const signed = await authenticated(unsigned, { url, body, target, sending });
  const headers = { ...signed, ...sending.headers };
  return toAnswer(await post(url, { headers, body: sending.tampered ?? body, timeoutMs: TIMEOUT_MS }));
}

function headersOf(url: URL, event: EventBody): Record<string, string> {
  const link = linkHeader(event);
  const common = { host: url.host, 'content-type': 'application/json', connection: 'keep-alive' };
  return link === null ? common : { ...common, link };
}

interface Signing {
  readonly url: URL;
  readonly body: Buffer;
  readonly target: Target;
  readonly sending: Sending;
}

async function authenticated(headers: Record<string, string>, signing: Signing): Promise<Record<string, string>> {
  const { authorization, authentication = 'basic' } = signing.sending;
  if (authorization === null) return headers;
  if (authorization !== undefined) return { ...headers, authorization };
  const { basic, oauth2 } = signing.target.credentials;
  if (authentication === 'hmac') return signedByHmac(headers, signing);
  if (authentication === 'basic') return { ...headers, authorization: basicHeader(basic.username, basic.password) };
  const token = await askForToken(signing.url, {
    grant_type: 'client_credentials',
    client_id: oauth2.clientId,
    client_secret: oauth2.clientSecret,
  });
  return { ...headers, authorization: `Bearer ${token}` };
}

export function basicHeader(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

async function askForToken(base: URL, form: Record<string, string>): Promise<string> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = Buffer.from(new URLSearchParams(form).toString());
  const answer = await post(new URL('/oauth/token', base), { headers, body, timeoutMs: TIMEOUT_MS });
  return (JSON.parse(answer.body) as { access_token: string }).access_token;
}

function signedByHmac(
  headers: Record<string, string>,
  { url, body, target, sending }: Signing,
): Record<string, string> {
  const { user, key } = target.credentials.hmac;
  const date = (sending.at ?? new Date()).toISOString().replace(/\.\d+Z$/, '+0000');
  const covered = {
    'content-type': 'application/json',
    host: url.host,
    'x-icims-content-sha256': sha256(body),
    'x-icims-date': date,
  };
  const signature = hmacSignature({ method: 'POST', path: url.pathname, query: '', headers: covered }, key);
  const names = Object.keys(covered).sort().join(';');
  return {
    ...headers,
    ...covered,
    authorization: `${HMAC_SCHEME} user=${user},signedheaders=${names},signature=${signature}`,
  };
}

function toAnswer({ status, headers, body: text }: Awaited<ReturnType<typeof post>>): Answer {
  const body = JSON.parse(text) as AnswerBody;
  return { status, headers, body, text, code: body.error?.debugErrorMessage.split(' ')[0] };
}
