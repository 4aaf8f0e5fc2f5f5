import { type Request, type RequestHandler, type Response, type Router, urlencoded, json } from 'express';
import { type AuthenticatedCaller } from '../auth/authenticated-caller.ts';
import { authenticateEvent } from '../auth/authenticate-event.ts';
import { type CredentialDirectory } from '../auth/credential-directory.ts';
import { issueToken } from '../auth/issue-token.ts';
import { type operations } from '../contract/generated/partner.ts';
import { createBodyBudget, type BodyBudget } from '../contract/body-budget.ts';
import { parseJson } from '../contract/parse-json.ts';
import { readBody } from '../contract/read-body.ts';
import { serveOperations } from '../contract/serve-operations.ts';
import { type AnswerOf, type Handlers } from '../contract/typed-handlers.ts';
import { toRequestFailure } from '../contract/request-failure.ts';
import { toFailure, type Failure } from '../runtime/failure.ts';
import { type CallerRate } from './caller-rate.ts';
import { claimedClient } from './claimed-client.ts';
import { createCredentialBrake, type CredentialBrake } from './credential-brake.ts';
import { toErrorAnswer, toEventAnswer } from './event-answer.ts';
import { type IntakeParts } from './intake-parts.ts';
import { keepUnreadableEvent } from './keep-unreadable-event.ts';
import { receiveEvent } from './receive-event.ts';
import { toTokenAnswer, toTokenFailure } from './token-answer.ts';

const MAX_EVENT_BYTES = 1024 * 1024;
/** Of all notifications that are being received; a usual one has a kilobyte or two. */
const MAX_RECEIVING_BYTES = 64 * 1024 * 1024;
const MAX_TOKEN_BYTES = '16kb';

export interface PartnerApiParts extends IntakeParts {
  /** The credentials of all platforms as they are now. */
  readonly directory: () => CredentialDirectory;
  readonly hmacSkewMs: number;
  readonly rate: CallerRate;
  readonly validateResponses: boolean;
  /** Told after every answer. */
  readonly onAnswer: (answered: Answered) => void;
}

export interface Answered {
  readonly reference: string;
  readonly operationId: string;
  readonly caller: AuthenticatedCaller | undefined;
  readonly status: number;
  readonly startedAt: Date;
  readonly failure?: Failure;
  /** What was thrown, for its place only. */
  readonly thrown?: unknown;
}

/** What is known of a request before its handler runs. */
interface Arrival {
  readonly id: string;
  readonly receivedAt: Date;
  caller?: AuthenticatedCaller;
  /** From then on the event keeps itself. */
  isEvent?: true;
  inflatedBody?: Buffer;
}

/** What keeps strangers from using us up, one for all requests. */
interface Guards {
  readonly brake: CredentialBrake;
  readonly budget: BodyBudget;
}

/** Serves openapi/partner.yaml: what iCIMS calls. */
export function servePartnerApi(router: Router, parts: PartnerApiParts): void {
  const guards: Guards = { brake: createCredentialBrake(), budget: createBodyBudget(MAX_RECEIVING_BYTES) };
  const arriving: RequestHandler = (_request, response, next) => {
    arrive(response, parts);
    next();
  };
  serveOperations<operations, Response>(router, {
    spec: 'partner',
    handlers: handlers(parts, guards),
    before: (operationId) =>
      operationId === 'receiveEvent'
        ? [takeEvent(parts, guards)]
        : [arriving, urlencoded({ extended: false, limit: MAX_TOKEN_BYTES }), json({ limit: MAX_TOKEN_BYTES })],
    callerOf: (response) => response,
    onFailure: (thrown, request, response) => answerFailure(thrown, { request, response }, parts),
    validateResponses: parts.validateResponses,
  });
}

function arrive(response: Response, { newId, clock }: PartnerApiParts): Arrival {
  const arrival: Arrival = { id: newId(), receivedAt: clock() };
  response.locals['arrival'] = arrival;
  return arrival;
}

function arrivalOf(response: Response): Arrival {
  return response.locals['arrival'] as Arrival;
}

/** Size and encoding, credential on the raw bytes, rate, JSON: in this order, so that a stranger learns nothing. */
function takeEvent(parts: PartnerApiParts, { brake, budget }: Guards): RequestHandler {
  return async (request, response, next) => {
    const arrival = arrive(response, parts);
    const body = await readBody(request, MAX_EVENT_BYTES, budget);
    const { method, originalUrl: target, headers, rawHeaders } = request;
    const clock = { now: arrival.receivedAt, skewMs: parts.hmacSkewMs };
    arrival.caller = brake.guard(addressOf(request), arrival.receivedAt.getTime(), () =>
      authenticateEvent({ method, target, headers, rawHeaders, ...body }, parts.directory(), clock),
    );
    parts.rate.take(arrival.caller, arrival.receivedAt.getTime());
    arrival.inflatedBody = body.inflatedBody;
    request.body = parseJson(body.inflatedBody);
    next();
  };
}

function addressOf({ socket }: Request): string {
  return socket.remoteAddress ?? '';
}

function handlers(parts: PartnerApiParts, { brake }: Guards): Handlers<operations, Response> {
  return {
    receiveEvent: async ({ body, header, caller: response }) => {
      const arrival = arrivalOf(response) as Required<Arrival>;
      const { id, receivedAt, caller, inflatedBody } = arrival;
      arrival.isEvent = true;
      const incoming = { id, body, inflatedBody, linkHeader: header('Link'), caller, receivedAt };
      const result = await receiveEvent(incoming, parts);
      const answer = toEventAnswer(result, id);
      parts.onAnswer({ ...arrived(response), operationId: 'receiveEvent', status: answer.status });
      return answer;
    },
    issueToken: ({ body, header, caller: response }) => {
      const request = { authorization: header('Authorization'), body: body as Record<string, unknown> | undefined };
      const answer = toTokenAnswer(issueToken(request, parts.directory(), parts.clock()));
      if (answer.status === 401)
        brake.countFailure(
          { address: addressOf(response.req), name: claimedClient(request, parts.directory()) },
          arrivalOf(response).receivedAt.getTime(),
        );
      parts.onAnswer({ ...arrived(response), operationId: 'issueToken', status: answer.status });
      return Promise.resolve(answer);
    },
  };
}

async function answerFailure(
  thrown: unknown,
  { request, response }: { request: Request; response: Response },
  parts: PartnerApiParts,
): Promise<AnswerOf<operations['receiveEvent']> | AnswerOf<operations['issueToken']>> {
  const failure = await keepIfUnreadable(toRequestFailure(thrown, 'INVALID_EVENT'), { request, response }, parts);
  const isToken = request.path === '/oauth/token';
  const answer = isToken ? toTokenFailure(failure) : toErrorAnswer(failure, arrivalOf(response).id);
  const operationId = isToken ? 'issueToken' : 'receiveEvent';
  parts.onAnswer({ ...arrived(response), operationId, status: answer.status, failure, thrown });
  return answer;
}

/** The same failure once the notification is kept; the store's when it could not be. */
async function keepIfUnreadable(
  failure: Failure,
  { request, response }: { request: Request; response: Response },
  { store }: PartnerApiParts,
): Promise<Failure> {
  const { id, receivedAt, caller, isEvent } = arrivalOf(response);
  if (failure.code !== 'INVALID_EVENT' || caller === undefined || isEvent) return failure;
  try {
    await keepUnreadableEvent({ id, receivedAt, caller, body: request.body as unknown }, failure, store);
    return failure;
  } catch (away) {
    return toFailure(away);
  }
}

function arrived(response: Response): Pick<Answered, 'reference' | 'startedAt' | 'caller'> {
  const { id, receivedAt, caller } = arrivalOf(response);
  return { reference: id, startedAt: receivedAt, caller };
}
