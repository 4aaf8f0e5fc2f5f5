import { type Platform } from '../platforms/platform.ts';
import { toFailure } from '../runtime/failure.ts';
import { type Http, type HttpResponse } from '../runtime/http.ts';
import { type AccessTokens } from './access-tokens.ts';
import { type CallBudget } from './call-budget.ts';
import { type IcimsProblem, readWarnings, transactionOf } from './icims-problems.ts';
import { type CallContext } from './icims.ts';
import { signHmac, type UnsignedRequest } from './sign-hmac.ts';
import { type CallName, toIcimsFailure, toIcimsUnavailable } from './to-icims-failure.ts';

/** One finished call, for metrics. `status` is 0 when there was no answer. */
export interface ObservedCall {
  readonly customerId: string;
  readonly operation: string;
  readonly status: number;
  readonly ms: number;
}

/** A call that iCIMS served, except for parts that had no effect. */
export interface IcimsWarning {
  readonly customerId: string;
  readonly operation: string;
  readonly target: string;
  readonly problems: readonly IcimsProblem[];
  readonly transaction: string | undefined;
}

export interface Caller {
  readonly http: Http;
  readonly clock: () => Date;
  readonly tokens: AccessTokens;
  readonly budget: CallBudget;
  readonly observe: (call: ObservedCall) => void;
  readonly onWarning: (warning: IcimsWarning) => void;
}

export interface IcimsRequest {
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below `/customers/{customerId}/`, with its query. */
  readonly path: string;
  /** What the call is about, in the words of the operator: `people/7301`. */
  readonly target: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

interface Outgoing {
  readonly platform: Platform;
  readonly context: CallContext;
  readonly request: UnsignedRequest & { readonly method: IcimsRequest['method'] };
  readonly name: CallName;
}

const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Makes one call and answers a 2xx; anything else is thrown as `Failure` as the port says. After a 401 on an OAuth 2.0
 * token there is one new token and one more try.
 */
export async function callIcims(
  caller: Caller,
  platform: Platform,
  request: IcimsRequest,
  context: CallContext,
): Promise<HttpResponse> {
  const outgoing = toOutgoing(platform, request, context);
  const response = await exchange(caller, outgoing);
  caller.budget.note(platform.customerId, response.headers);
  if (response.status < 200 || response.status > 299) throw toIcimsFailure(outgoing.name, response, caller.clock());
  const problems = readWarnings(response.headers);
  if (problems.length > 0) {
    const { customerId, operation, target } = outgoing.name;
    caller.onWarning({ customerId, operation, target, problems, transaction: transactionOf(response.headers) });
  }
  return response;
}

function toOutgoing(platform: Platform, request: IcimsRequest, context: CallContext): Outgoing {
  const { operation, target, method, path, values } = request;
  const url = `${platform.icims.apiBaseUrl.replace(/\/+$/, '')}/customers/${platform.customerId}/${path}`;
  const body = values === undefined ? {} : { body: Buffer.from(JSON.stringify(values)) };
  const name = { customerId: platform.customerId, operation, target, priority: context.priority };
  return { platform, context, request: { method, url, ...body }, name };
}

async function exchange(caller: Caller, outgoing: Outgoing): Promise<HttpResponse> {
  const { auth } = outgoing.platform.icims;
  if (auth.type === 'hmac') {
    return await send(caller, outgoing, signHmac(auth, outgoing.request, caller.clock()));
  }
  if (auth.type === 'basic') {
    const pair = Buffer.from(`${auth.username}:${auth.password}`).toString('base64');
    return await send(caller, outgoing, { authorization: `Basic ${pair}` });
  }
  return await exchangeWithToken(caller, outgoing, auth);
}

async function exchangeWithToken(
  caller: Caller,
  outgoing: Outgoing,
  auth: Extract<Platform['icims']['auth'], { type: 'oauth2' }>,
): Promise<HttpResponse> {
  const { customerId } = outgoing.platform;
  const { signal } = outgoing.context;
  const token = await got(outgoing, caller.tokens.tokenFor(customerId, auth, signal));
  const first = await send(caller, outgoing, { authorization: `Bearer ${token}` });
  if (first.status !== 401) return first;
  const newer = await got(outgoing, caller.tokens.tokenAfter(token, customerId, auth, signal));
  if (newer === null) return first;
  const second = await send(caller, outgoing, { authorization: `Bearer ${newer}` });
  if (second.status === 401) caller.tokens.noteRefused(customerId, auth);
  return second;
}

async function send(caller: Caller, outgoing: Outgoing, authorization: Record<string, string>): Promise<HttpResponse> {
  const { request, context, platform, name } = outgoing;
  caller.budget.take(platform, context.priority);
  const content = request.body === undefined ? {} : { 'content-type': 'application/json' };
  const started = performance.now();
  const observe = (status: number): void => {
    const { customerId, operation } = name;
    caller.observe({ customerId, operation, status, ms: performance.now() - started });
  };
  const headers = { accept: 'application/json', ...content, ...authorization };
  const sent = caller.http.send({ ...request, headers, signal: context.signal, maxBytes: MAX_BYTES, expect: 'json' });
  const response = await got(outgoing, sent).catch((failure: unknown) => {
    observe(0);
    throw failure;
  });
  observe(response.status);
  return response;
}

/** The result of a piece of work; when it failed, the failure in the words of the port. */
async function got<T>({ name }: Outgoing, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw toIcimsUnavailable(name, toFailure(error));
  }
}
