import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, type Router } from 'express';
import { Failure } from '../runtime/failure.ts';
import { closeIfUnread } from './close-if-unread.ts';
import { isInPieces, sendPieces } from './send-pieces.ts';
import { operationsOf, specPath, type SpecName } from './specs.ts';
import { type Handlers, type OperationShape } from './typed-handlers.ts';
import { validatedOperation, validateRequests } from './validate-requests.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

type AnyHandler = (request: unknown) => Promise<Answer>;

/** How one contract is served. */
export interface Serving<Operations extends Record<keyof Operations, OperationShape>, Caller> {
  readonly spec: SpecName;
  readonly handlers: Handlers<Operations, Caller>;
  /** Runs before validation: reads the body and finds out who calls. */
  readonly before: (operationId: string) => readonly RequestHandler[];
  /** Who calls, as `before` left it. */
  readonly callerOf: (response: Response) => Caller;
  /** Turns a failure into the answer that the contract declares for it. */
  readonly onFailure: (failure: unknown, request: Request, response: Response) => Promise<Answer>;
  /** Answers are held to the contract too: in tests, not in production. */
  readonly validateResponses: boolean;
}

/** Serves every operation of a contract on its route, requests validated, failures answered. */
export function serveOperations<Operations extends Record<keyof Operations, OperationShape>, Caller>(
  router: Router,
  serving: Serving<Operations, Caller>,
): void {
  const validate = validateRequests(specPath(serving.spec), { validateResponses: serving.validateResponses });
  const handlers = serving.handlers as unknown as Record<string, AnyHandler>;
  for (const { operationId, method, route } of operationsOf(serving.spec)) {
    const handle = handlers[operationId];
    if (handle === undefined) throw new Error(`No handler for ${operationId}`);
    const run: RequestHandler = async (request, response) => {
      // The validator lets through what no operation describes, so its mark is asked for.
      if (validatedOperation(request)?.operationId !== operationId) throw noOperation();
      await send(response, await handle(toRequest(request, serving.callerOf(response))));
    };
    const verb = method as 'get' | 'put' | 'post' | 'delete' | 'patch';
    const before = [...(verb === 'get' ? [readHeadAsGet] : []), ...serving.before(operationId)];
    router[verb](route, ...before, ...validate, run, answerFailures(serving));
  }
}

/** Express brings HEAD to the handler of GET, and Node leaves out the body; the contract need not say it twice. */
const readHeadAsGet: RequestHandler = (request, _response, next) => {
  if (request.method === 'HEAD') request.method = 'GET';
  next();
};

function noOperation(): Failure {
  return new Failure('invalid', 'NOT_FOUND', 'There is no such operation.');
}

function answerFailures<Operations extends Record<keyof Operations, OperationShape>, Caller>(
  serving: Serving<Operations, Caller>,
): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    const answer = await serving.onFailure(error, request, response);
    // Pieces that broke off: the caller sees it by an end that is none.
    if (response.destroyed) return;
    if (response.headersSent) {
      next(error);
      return;
    }
    closeIfUnread(request, response);
    await send(response, answer);
  };
}

function toRequest(request: Request, caller: unknown) {
  const { pathParams } = validatedOperation(request) ?? { pathParams: {} };
  return {
    path: pathParams,
    query: request.query,
    body: request.body as unknown,
    header: (name: string) => request.get(name),
    caller,
    address: () => request.ip ?? '',
  };
}

async function send(response: Response, { status, body, headers }: Answer): Promise<void> {
  if (headers !== undefined) response.set(headers);
  response.status(status);
  if (body === undefined) response.end();
  else if (typeof body === 'string') response.send(body);
  else if (isInPieces(body)) await sendPieces(response, body);
  else response.json(body);
}
