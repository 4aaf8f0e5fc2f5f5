import { lookup as systemLookup } from 'node:dns';
import { Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type LookupFunction } from 'node:net';
import { AxiosHeaders, type AxiosResponse, getAdapter, type InternalAxiosRequestConfig } from 'axios';
import { type HttpHeaders, toHttpHeaders, toJson } from './http-answer.ts';
import { isStaleConnection, toHttpFailure } from './http-failure.ts';
import { checkUrl, guardLookup } from './http-guard.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute. https, or http where `insecureHosts` names host and port. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** The total deadline of the call, from name lookup to last byte. */
  readonly signal: AbortSignal;
  /** The largest answer that is read, counted after inflation. */
  readonly maxBytes: number;
  /** `json` parses the body; `bytes` answers a Buffer. */
  readonly expect: 'json' | 'bytes';
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** `expect: json`: the parsed value, undefined when empty or when a status above 299 came without JSON. Else a Buffer. */
  readonly body: unknown;
}

/** The way out of the service. Every call to another system goes through it. */
export interface Http {
  /**
   * Sends one request and answers whatever status came; redirects are answered, not followed. Throws `Failure`:
   * `rejected` ADDRESS_NOT_ALLOWED; `unavailable` UPSTREAM_UNREACHABLE (network, name, certificate),
   * UPSTREAM_TOO_SLOW (signal), UPSTREAM_TOO_LARGE, UPSTREAM_NOT_JSON. None tells more of the request than its host.
   */
  send(request: HttpRequest): Promise<HttpResponse>;
}

interface HttpOptions {
  /** `host:port` entries that may be called over http and on private addresses. */
  readonly insecureHosts: ReadonlySet<string>;
  readonly userAgent: string;
  /** How names become addresses; the system's resolver unless told otherwise. */
  readonly lookup?: LookupFunction;
}

const MAX_CALL_MS = 60_000;
const MAX_BODY_BYTES = 20 * 1024 * 1024;
// Free sockets are given up before the usual idle limits of servers (5 s and more), so that few are found dead. axios asks
// for TCP probes after a minute; any other `keepAliveMsecs` would change the socket twice for every call.
const KEEP_ALIVE = {
  keepAlive: true,
  keepAliveMsecs: 60_000,
  maxSockets: 512,
  scheduling: 'lifo',
  timeout: 4_000,
} as const;
const TLS = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;

const FIXED = {
  proxy: false,
  maxRedirects: 0,
  maxBodyLength: MAX_BODY_BYTES,
  timeout: MAX_CALL_MS,
  responseType: 'arraybuffer',
  decompress: true,
  validateStatus: null,
} as const;

// The adapter is axios without merging of defaults, transforms and interceptors: a third less processor time a call.
const adapter = getAdapter('http');

export function createHttp(options: HttpOptions): Http {
  const agentsFor = createAgents(options.lookup ?? systemLookup);

  async function attempt(request: HttpRequest): Promise<HttpResponse> {
    const { url, insecure } = checkUrl(request.url, options.insecureHosts);
    try {
      const config = toConfig(request, options.userAgent, agentsFor(insecure));
      const response = await adapter(config).catch((error: unknown) => {
        if (request.method === 'GET' && isStaleConnection(error)) return adapter(config);
        throw error;
      });
      return toResponse(response, request.expect, url.host);
    } catch (error) {
      throw toHttpFailure(error, { host: url.host, maxBytes: request.maxBytes });
    }
  }

  return { send: attempt };
}

interface Agents {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
}

function createAgents(resolve: LookupFunction): (insecure: boolean) => Agents {
  const guarded = { ...KEEP_ALIVE, lookup: guardLookup(resolve) };
  const open = { ...KEEP_ALIVE, lookup: resolve };
  const guardedAgents = { httpAgent: new HttpAgent(guarded), httpsAgent: new HttpsAgent({ ...guarded, ...TLS }) };
  const openAgents = { httpAgent: new HttpAgent(open), httpsAgent: new HttpsAgent({ ...open, ...TLS }) };
  return (insecure) => (insecure ? openAgents : guardedAgents);
}

function toConfig(request: HttpRequest, userAgent: string, agents: Agents): InternalAxiosRequestConfig {
  return {
    ...FIXED,
    ...agents,
    method: request.method,
    url: request.url,
    headers: new AxiosHeaders({ 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate', ...request.headers }),
    data: request.body,
    signal: request.signal,
    maxContentLength: request.maxBytes,
  };
}

function toResponse(response: AxiosResponse, expect: 'json' | 'bytes', host: string): HttpResponse {
  const body = response.data as Buffer;
  const { res } = response.request as { res: IncomingMessage };
  return {
    status: response.status,
    headers: toHttpHeaders(res.rawHeaders),
    body: expect === 'json' ? toJson(body, response.status, host) : body,
  };
}
