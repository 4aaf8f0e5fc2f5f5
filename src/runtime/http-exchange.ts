import { type IncomingHttpHeaders } from 'node:http';
import { type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { unzip } from 'node:zlib';
import { type AxiosAdapter, AxiosHeaders, CanceledError, type InternalAxiosRequestConfig } from 'axios';
import { Agent, type Dispatcher } from 'undici';
import { type HttpHeaders } from './http-answer.ts';

/** Whatever was answered. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** Inflated. */
  readonly bytes: Buffer;
}

/** The `code` of the error by which an answer is given up that is larger than `maxContentLength`, as zlib has it. */
export const TOO_LARGE = 'ERR_BUFFER_TOO_LARGE';

const MAX_CALL_MS = 60_000;

// Free connections are given up before the usual idle limits of servers (5 s and more), so that few are found dead.
const CONNECTIONS = {
  connections: 512,
  pipelining: 1,
  allowH2: false,
  keepAliveTimeout: 4_000,
  keepAliveMaxTimeout: 4_000,
  headersTimeout: MAX_CALL_MS,
  bodyTimeout: MAX_CALL_MS,
} as const;
const TLS = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;

/** axios wants some; ours are in the answer, with repeated ones apart. */
const noHeaders = new AxiosHeaders();

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(unzip);

/**
 * The adapter by which axios makes its calls: over kept-alive HTTP/1.1 connections of undici, at a third of the processor
 * time that axios' own takes (docs/decisions/0020). Knows no redirects and no proxies. `baseURL` is the origin and `url`
 * path and query; `signal` is the deadline of the call, and `maxContentLength` caps the answer both as sent and as inflated.
 * The response's `data` is an `HttpAnswer`. `resolve` makes names into addresses.
 */
export function createExchange(resolve: LookupFunction): AxiosAdapter {
  const agent = new Agent({ ...CONNECTIONS, connect: { ...TLS, lookup: resolve } });
  return async (config) => {
    const data = await inflated(await exchange(agent, config), config.maxContentLength);
    return { status: data.status, statusText: '', data, headers: noHeaders, config };
  };
}

function exchange(agent: Agent, config: InternalAxiosRequestConfig): Promise<HttpAnswer> {
  const signal = config.signal as AbortSignal;
  const handler = new ExchangeHandler(config.maxContentLength ?? Infinity);
  const onAbort = (): void => handler.giveUp(new CanceledError());
  signal.addEventListener('abort', onAbort);
  agent.dispatch(toRequest(config), handler);
  return handler.answer.finally(() => signal.removeEventListener('abort', onAbort));
}

function toRequest({ baseURL, url, method, headers, data }: InternalAxiosRequestConfig): Dispatcher.DispatchOptions {
  const body = data as Buffer | string | undefined;
  // axios names a content type for any POST, also for one without content.
  if (body === undefined) headers.delete('content-type');
  return {
    origin: baseURL ?? '',
    path: url ?? '/',
    method: (method ?? 'get').toUpperCase(),
    headers: headers.toJSON() as Record<string, string>,
    body: body ?? null,
  };
}

/** Collects one answer. Whoever gives up first, deadline or cap, frees the connection at once. */
class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number;
  readonly #outcome = Promise.withResolvers<HttpAnswer>();
  readonly #chunks: Buffer[] = [];
  #controller: Dispatcher.DispatchController | undefined;
  #givenUp: Error | undefined;
  #status = 0;
  #headers: HttpHeaders = {};
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get answer(): Promise<HttpAnswer> {
    return this.#outcome.promise;
  }

  /** Also while there is no connection yet: the call ends now, and the connection when it comes. */
  giveUp(error: Error): void {
    this.#givenUp = error;
    this.#outcome.reject(error);
    this.#controller?.abort(error);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#givenUp !== undefined) controller.abort(this.#givenUp);
  }

  /** Called for interim answers (RFC 9110, 15.2) too; the last one counts. */
  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers as HttpHeaders;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes) this.giveUp(Object.assign(new Error('too large'), { code: TOO_LARGE }));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const bytes = this.#chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.#chunks);
    this.#outcome.resolve({ status: this.#status, headers: this.#headers, bytes });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#outcome.reject(error);
  }
}

/** Only what we ask for is inflated; anything else stays as it is and will not be read as JSON. */
async function inflated(answer: HttpAnswer, maxOutputLength = Infinity): Promise<HttpAnswer> {
  const { 'content-encoding': encoding } = answer.headers;
  if ((encoding !== 'gzip' && encoding !== 'deflate') || answer.bytes.length === 0) return answer;
  return { ...answer, bytes: await inflate(answer.bytes, { maxOutputLength }) };
}
