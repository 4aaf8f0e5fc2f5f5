import { lookup as systemLookup } from 'node:dns';
import { type LookupFunction } from 'node:net';
import { Axios, type AxiosRequestConfig } from 'axios';
import { type HttpHeaders, toJson } from './http-answer.ts';
import { createExchange, type HttpAnswer } from './http-exchange.ts';
import { isBroken, toHttpFailure } from './http-failure.ts';
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

export function createHttp({ insecureHosts, userAgent, lookup = systemLookup }: HttpOptions): Http {
  const guarded = new Axios({ adapter: createExchange(guardLookup(lookup)) });
  const open = new Axios({ adapter: createExchange(lookup) });

  return {
    async send(request) {
      const { url, insecure } = checkUrl(request.url, insecureHosts);
      const config = toConfig(request, url, userAgent);
      const client = insecure ? open : guarded;
      try {
        const { data: answer } = await client.request<HttpAnswer>(config).catch((error: unknown) => {
          if (request.method === 'GET' && isBroken(error)) return client.request<HttpAnswer>(config);
          throw error;
        });
        const { status, headers, bytes } = answer;
        return { status, headers, body: request.expect === 'json' ? toJson(bytes, status, url.host) : bytes };
      } catch (error) {
        throw toHttpFailure(error, { host: url.host, maxBytes: request.maxBytes });
      }
    },
  };
}

function toConfig(request: HttpRequest, url: URL, userAgent: string): AxiosRequestConfig {
  return {
    baseURL: url.origin,
    url: `${url.pathname}${url.search}`,
    method: request.method,
    headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate', ...request.headers },
    data: request.body,
    signal: request.signal,
    maxContentLength: request.maxBytes,
  };
}
