import { gzipSync } from 'node:zlib';
import { HMAC_SCHEME, hmacSignature, sha256 } from '../hmac.ts';
import { type Connector } from './connector.ts';
import { forgetToken, tokenFor } from './connector-token.ts';
import { post } from './post.ts';
import { linkHeader, type EventBody } from './status-change-event.ts';

/** iCIMS' usual time-out. */
const TIMEOUT_MS = 30_000;

/** What came back from the connector, and what was sent to it. */
export interface EventAnswer {
  /** 0 when no answer came. */
  readonly status: number;
  readonly body: string;
  readonly location: string | null;
  readonly ms: number;
  /** Headers as sent, the credential masked. */
  readonly sentHeaders: Readonly<Record<string, string>>;
}

/**
 * Sends one event as iCIMS does: POST of JSON, gzip'd or plain, with `Link` header and the configured authentication.
 * Never throws for what the network or the connector does; status 0 says that no answer came.
 */
export async function sendEvent(event: EventBody, connector: Connector, now: () => Date): Promise<EventAnswer> {
  const startedAt = performance.now();
  const body = bodyOf(event, connector);
  const unsigned = unsignedHeaders(event, connector);
  try {
    const headers = await withAuthentication(unsigned, { body, connector, now });
    const answer = await post(new URL(connector.eventsUrl), { headers, body, timeoutMs: TIMEOUT_MS });
    if (answer.status === 401) forgetToken(connector);
    const location = answer.headers.location ?? null;
    return {
      status: answer.status,
      body: answer.body,
      location,
      ms: performance.now() - startedAt,
      sentHeaders: masked(headers),
    };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.name : 'no answer';
    return {
      status: 0,
      body: reason,
      location: null,
      ms: performance.now() - startedAt,
      sentHeaders: masked(unsigned),
    };
  }
}

function bodyOf(event: EventBody, { gzip }: Connector): Buffer {
  const plain = Buffer.from(JSON.stringify(event));
  return gzip ? gzipSync(plain) : plain;
}

function unsignedHeaders(event: EventBody, connector: Connector): Record<string, string> {
  const link = linkHeader(event);
  return {
    host: new URL(connector.eventsUrl).host,
    'content-type': 'application/json',
    'user-agent': 'Apache-HttpClient/4.5.2 (Java/1.8.0)',
    'accept-encoding': 'gzip,deflate',
    connection: connector.closeConnection ? 'close' : 'keep-alive',
    ...(connector.gzip ? { 'content-encoding': 'gzip' } : {}),
    ...(link === null ? {} : { link }),
  };
}

interface Signing {
  readonly body: Buffer;
  readonly connector: Connector;
  readonly now: () => Date;
}

async function withAuthentication(headers: Record<string, string>, signing: Signing): Promise<Record<string, string>> {
  const { connector } = signing;
  const { basic } = connector.credentials;
  if (connector.authentication === 'hmac') return signed(headers, signing);
  if (connector.authentication === 'oauth2')
    return { ...headers, authorization: `Bearer ${await tokenFor(connector, signing.now)}` };
  const pair = Buffer.from(`${basic.username}:${basic.password}`).toString('base64');
  return { ...headers, authorization: `Basic ${pair}` };
}

function signed(headers: Record<string, string>, { body, connector, now }: Signing): Record<string, string> {
  const url = new URL(connector.eventsUrl);
  const { user, key } = connector.credentials.hmac;
  const covered = {
    'content-type': headers['content-type'] ?? '',
    host: url.host,
    'x-icims-content-sha256': sha256(body),
    'x-icims-date': now()
      .toISOString()
      .replace(/\.\d+Z$/, '+0000'),
  };
  const parts = { method: 'POST', path: url.pathname, query: url.search.slice(1), headers: covered };
  const names = Object.keys(covered).sort().join(';');
  const authorization = `${HMAC_SCHEME} user=${user},signedheaders=${names},signature=${hmacSignature(parts, key)}`;
  return { ...headers, ...covered, authorization };
}

function masked(headers: Readonly<Record<string, string>>): Record<string, string> {
  const scheme = headers['authorization']?.split(' ')[0];
  return scheme === undefined ? { ...headers } : { ...headers, authorization: `${scheme} ***` };
}
