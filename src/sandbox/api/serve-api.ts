import { randomUUID } from 'node:crypto';
import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { validatedOperation } from '../../contract/validate-requests.ts';
import { Failure } from '../../runtime/failure.ts';
import { type SimulatedPlatform } from '../simulated-platform.ts';
import { errorAnswer, refusalAnswer, writeAnswer, type Answer } from './answer.ts';
import { isAuthentic } from './is-authentic.ts';
import { issueToken, platformOfClient } from './issue-token.ts';
import { misbehave } from './misbehave.ts';
import { type OperationId } from './operation.ts';
import { operationTable } from './operations.ts';
import { readRequestBody, type RequestBody } from './read-request-body.ts';
import { toAnswer } from './to-answer.ts';

type Platforms = ReadonlyMap<string, SimulatedPlatform>;

/** A request on its way through the simulated API. */
interface Call {
  readonly request: Request;
  readonly response: Response;
  readonly body: RequestBody;
  readonly platform: SimulatedPlatform | null;
  readonly area: string;
}

/** Serves openapi/icims.yaml for every platform: the one way from a request to its answer and its log entry. */
export function serveApi(platforms: Platforms, validation: readonly RequestHandler[]): RequestHandler {
  return async (request, response) => {
    const startedAt = performance.now();
    setCommonHeaders(response);
    const call = await openCall(request, response, platforms).catch(toRefused);
    if ('status' in call) {
      writeAnswer(response, call);
      return;
    }
    const answer = await answerCall(call, validation).catch(toAnswer);
    const written = answer === 'closed' ? 0 : writeChecked(response, answer);
    logCall(call, { answer: answer === 'closed' ? null : answer, status: written, ms: performance.now() - startedAt });
  };
}

function setCommonHeaders(response: Response): void {
  response.setHeader('x-transaction', randomUUID());
  response.setHeader('strict-transport-security', 'max-age=7776000');
  response.setHeader('cache-control', 'no-cache, no-store');
  response.setHeader('content-language', 'en-US');
}

async function openCall(request: Request, response: Response, platforms: Platforms): Promise<Call> {
  if (request.httpVersion !== '1.1')
    return Promise.reject(new Failure('rejected', 'HTTP_VERSION', 'HTTP/1.1 only', { facts: { status: 505 } }));
  const body = await readRequestBody(request);
  const [, first, customerId = '', area = ''] = request.path.split('/', 4);
  if (first !== 'customers')
    return { request, response, body, platform: platformOfClient(platforms.values(), body.parsed), area: 'token' };
  return { request, response, body, platform: platforms.get(customerId) ?? null, area };
}

function toRefused(thrown: unknown): Answer {
  return thrown instanceof Failure ? refusalAnswer(thrown) : errorAnswer(500, 0, 'Internal error');
}

async function answerCall(call: Call, validation: readonly RequestHandler[]): Promise<Answer | 'closed'> {
  const { platform, request, response, area } = call;
  if (platform !== null) {
    const fault = await misbehave(platform.faults.hitting({ method: request.method, area }), response);
    if (fault !== null) return fault;
  }
  const refused = area === 'token' ? null : refuse(call);
  if (refused !== null) return refused;
  request.body = call.body.parsed;
  for (const handle of validation) await run(handle, request, response);
  return operate(call);
}

/** 401 without a credential of this very platform, 429 when its daily allowance is gone. */
function refuse({ platform, request, response, body }: Call): Answer | null {
  if (platform === null || !isAuthentic(request, body.bytes, platform))
    return errorAnswer(401, 6, 'Invalid user name or password');
  const { allowance } = platform;
  const isWithin = allowance.take();
  response.setHeader('x-ratelimit-limit', allowance.limit);
  response.setHeader('x-ratelimit-remaining', allowance.remaining());
  response.setHeader('x-ratelimit-reset', allowance.resetsInSeconds());
  return isWithin ? null : errorAnswer(429, 5, 'The daily call limit was reached');
}

function operate({ platform, request, body, area }: Call): Answer {
  const operation = validatedOperation(request);
  if (operation?.operationId === 'issueToken') return issueToken(platform, body.parsed);
  // The validator lets through what no operation describes, so its mark is asked for.
  if (operation === null || platform === null) return errorAnswer(404, 2, 'The resource does not exist');
  return operationTable[operation.operationId as OperationId]({
    platform,
    area,
    path: operation.pathParams,
    query: request.query,
    body: body.parsed,
    bytes: body.bytes,
    contentType: request.headers['content-type'] ?? '',
  });
}

/** One middleware as a promise. What it reports is passed on as it is. */
function run(handle: RequestHandler, request: Request, response: Response): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const next: NextFunction = (problem?: unknown) => {
    if (problem === undefined) resolve(undefined);
    else reject(problem);
  };
  void handle(request, response, next);
  return promise;
}

/** Writes an answer. One that strays from the contract becomes a 500 that says so. Answers the status written. */
function writeChecked(response: Response, answer: Answer): number {
  try {
    writeAnswer(response, answer);
    return answer.status;
  } catch (thrown) {
    const problem = toAnswer(thrown);
    writeAnswer(response, {
      ...problem,
      bytes: { contentType: 'application/json', data: Buffer.from(JSON.stringify(problem.json)) },
      json: undefined,
    });
    return problem.status;
  }
}

function logCall({ platform, request, area }: Call, end: { answer: Answer | null; status: number; ms: number }): void {
  platform?.calls.add({
    at: platform.now().toISOString(),
    customerId: platform.customerId,
    method: request.method,
    path: request.path,
    operation: validatedOperation(request)?.operationId ?? '',
    area,
    fieldsRead: end.answer?.fieldsRead ?? [],
    fieldsWritten: end.answer?.fieldsWritten ?? [],
    status: end.status,
    ms: end.ms,
  });
}
