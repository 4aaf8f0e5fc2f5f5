import { json, type ErrorRequestHandler, type Request, type RequestHandler, type Response, type Router } from 'express';
import { type operations } from '../contract/generated/admin.ts';
import { RequestFailure, toRequestFailure, type RequestFault } from '../contract/request-failure.ts';
import { closeIfUnread } from '../contract/close-if-unread.ts';
import { serveOperations } from '../contract/serve-operations.ts';
import { type AnswerOf, type Handlers } from '../contract/typed-handlers.ts';
import { Failure, toFailure } from '../runtime/failure.ts';
import { type Shown } from '../accounts/authenticate-caller.ts';
import { type AccountParts } from './account-parts.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type AdminParts } from './admin-parts.ts';
import { alertOperations, type AlertParts } from './alert-operations.ts';
import { apiKeyOperations } from './api-key-operations.ts';
import { authorize } from './authorize.ts';
import { healthOperations } from './health-operations.ts';
import { erasureOperations } from './erasure-operations.ts';
import { hireOperations } from './hire-operations.ts';
import { inboundOperations } from './inbound-operations.ts';
import { missedOperations } from './missed-operations.ts';
import { connectionOperations } from './connection-operations.ts';
import { icimsOperations } from './icims-operations.ts';
import { mappingOperations } from './mapping-operations.ts';
import { platformOperations } from './platform-operations.ts';
import { peopleOperations } from './people-operations.ts';
import { readingOperations } from './reading-operations.ts';
import { sessionOf } from './session-cookie.ts';
import { setupOperations } from './setup-operations.ts';
import { sessionOperations } from './session-operations.ts';
import { stuckOperations } from './stuck-operations.ts';
import { versionOperations } from './version-operations.ts';
import { trialOperations } from './trial-operations.ts';

export interface AdminApiParts extends AdminParts, AccountParts, AlertParts {
  /** Throws `unauthenticated`, and FORBIDDEN for a change that did not come from the console. */
  readonly authenticate: (shown: Shown) => Promise<AdminCaller>;
  readonly validateResponses: boolean;
  /** The caller's address is the one that the outermost of so many proxies saw; 0 takes the connection's. */
  readonly trustedProxies: number;
  readonly onFailure: (failed: {
    reference: string;
    operationId: string;
    status: number;
    failure: Failure;
    thrown: unknown;
  }) => void;
}

const MAX_BODY = '1mb';
const probes = new Set(['getLiveness', 'getReadiness', 'getMetrics']);
const nobody: AdminCaller = { name: 'nobody', grants: [] };
/** How a person comes in; all else below /api/v1 asks who calls before it says whether it is there. */
const doors = new Set(['POST /session', 'POST /invitations/read', 'POST /invitations/accept']);

/** Serves openapi/admin.yaml: what admins, operators and probes call. */
export function serveAdminApi(router: Router, parts: AdminApiParts): void {
  const authenticate: RequestHandler = async (request, response, next) => {
    if (!doors.has(`${request.method} ${request.path}`))
      response.locals['caller'] = await parts.authenticate(toShown(request));
    next();
  };
  // First of all and for every path below, so that a stranger learns nothing of what is there.
  router.use('/api/v1', harden, authenticate);
  serveOperations<operations, AdminCaller>(router, {
    spec: 'admin',
    handlers: {
      ...operationsOfOperators(parts),
      ...platformOperations(parts),
      ...connectionOperations(parts),
      ...icimsOperations(parts),
      ...mappingOperations(parts),
      ...trialOperations(parts),
      ...setupOperations(parts),
      ...inboundOperations(parts),
      ...versionOperations(parts),
      ...readingOperations(parts),
      ...hireOperations(parts),
      ...healthOperations(parts),
      ...erasureOperations(parts),
      ...stuckOperations(parts),
      ...missedOperations(parts),
      ...sessionOperations(parts),
      ...peopleOperations(parts),
      ...apiKeyOperations(parts),
      ...alertOperations(parts),
    },
    before: (operationId) => (probes.has(operationId) ? [harden] : [authorize(operationId), json({ limit: MAX_BODY })]),
    callerOf: (response) => (response.locals['caller'] as AdminCaller | undefined) ?? nobody,
    onFailure: (thrown, request, response) => Promise.resolve(answerFailure(thrown, { request, response }, parts)),
    validateResponses: parts.validateResponses,
  });
  router.use('/api/v1', answerOutside(parts));
}

function toShown(request: Request): Shown {
  return {
    authorization: request.get('Authorization'),
    session: sessionOf(request.get('Cookie')),
    csrfToken: request.get('X-CSRF-Token'),
    changes: !['GET', 'HEAD'].includes(request.method),
  };
}

/** Answers hold personal data and secrets' names: no cache keeps them, and no browser takes them for something else. */
const harden: RequestHandler = (_request, response, next) => {
  response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  next();
};

/** What failed before an operation was found: the credential, or a path that cannot be decoded. */
function answerOutside(parts: AdminApiParts): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const { status, body, headers } = answerFailure(thrown, { request, response }, parts);
    closeIfUnread(request, response);
    response.status(status).set(headers).json(body);
  };
}

type Operating = Pick<operations, 'getLiveness' | 'getReadiness' | 'getMetrics'>;

function operationsOfOperators({ metrics, checkReady, checkLive }: AdminParts): Handlers<Operating, AdminCaller> {
  return {
    getLiveness: () => toHealth(checkLive),
    getReadiness: () => toHealth(checkReady),
    getMetrics: async () => ({
      status: 200,
      body: await metrics(),
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
    }),
  };
}

async function toHealth(check: () => Promise<void> | void): Promise<AnswerOf<operations['getReadiness']>> {
  try {
    await check();
    return { status: 200, body: { status: 'ok' } };
  } catch (thrown) {
    return { status: 503, body: { status: 'unavailable', reason: toFailure(thrown).message } };
  }
}

const statusByCode: Readonly<Record<string, readonly [status: number, title: string]>> = {
  UNAUTHENTICATED: [401, 'Not authenticated'],
  WRONG_CREDENTIALS: [401, 'Not authenticated'],
  FORBIDDEN: [403, 'Forbidden'],
  TOO_MANY: [429, 'Too many requests'],
  NOT_FOUND: [404, 'Not found'],
  CONFLICT: [409, 'Conflict'],
  CHANGED_MEANWHILE: [412, 'Changed meanwhile'],
  TOO_LARGE: [413, 'Too large'],
  UNSUPPORTED_MEDIA: [415, 'Unsupported media type'],
  INVALID_REQUEST: [400, 'Invalid request'],
  INVALID_CURSOR: [400, 'Invalid request'],
  STORE_UNAVAILABLE: [503, 'Unavailable'],
  ICIMS_UNAVAILABLE: [503, 'iCIMS is unavailable'],
  ICIMS_ALLOWANCE_USED: [503, 'Too few iCIMS calls are left'],
  ICIMS_ACCESS: [502, 'iCIMS refused'],
  ICIMS_NOT_FOUND: [502, 'iCIMS refused'],
  ICIMS_REFUSED: [502, 'iCIMS refused'],
  ADDRESS_NOT_ALLOWED: [502, 'The address is not called'],
};

const internal = new Failure('defect', 'INTERNAL', 'The error is on our side and was logged under this reference.');

const strange = new Failure('unauthenticated', 'UNAUTHENTICATED', 'Send the admin token as `Authorization: Bearer …`.');

/** What the caller is told of a failure: nothing of our inside, nor why a credential was refused. */
function toldFailure(status: number, failure: Failure): Failure {
  if (failure.code === 'UNAUTHENTICATED') return strange;
  return status === 500 ? internal : failure;
}

/** Whoever calls is no recruiter: of iCIMS they are told the operator's sentence. */
function detailOf({ code, message, userMessage }: Failure): string {
  return code.startsWith('ICIMS_') ? message : userMessage;
}

/** RFC 9457 problem details. */
function answerFailure(
  thrown: unknown,
  { request, response }: { request: Request; response: Response },
  parts: AdminApiParts,
) {
  const failure = toRequestFailure(thrown, 'INVALID_REQUEST');
  const [status, title] = statusByCode[failure.code] ?? [500, 'Internal error'];
  const told = toldFailure(status, failure);
  const reference = parts.newId();
  const operationId = `${request.method} ${(request.route as { path?: string } | undefined)?.path ?? ''}`;
  parts.onFailure({ reference, operationId, status, failure, thrown });
  response.set('Content-Type', 'application/problem+json');
  const body = {
    type: 'about:blank',
    title,
    status,
    code: told.code,
    detail: detailOf(told),
    reference,
    ...faultsOf(told),
  };
  return { status, body, headers: headersOf(status, failure) };
}

function faultsOf(failure: Failure): { errors?: readonly RequestFault[] } {
  return failure instanceof RequestFailure && failure.faults.length > 0 ? { errors: failure.faults } : {};
}

function headersOf(status: number, { retryAfterMs = 5_000 }: Failure): Record<string, string> {
  if (status === 401) return { 'WWW-Authenticate': 'Bearer realm="admin"' };
  return status === 503 || status === 429 ? { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) } : {};
}
