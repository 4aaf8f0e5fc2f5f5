import { json, type ErrorRequestHandler, type Request, type RequestHandler, type Router } from 'express';
import { type operations } from '../contract/generated/admin.ts';
import { closeIfUnread } from '../contract/close-if-unread.ts';
import { serveOperations } from '../contract/serve-operations.ts';
import { type AnswerOf, type Handlers } from '../contract/typed-handlers.ts';
import { toFailure } from '../runtime/failure.ts';
import { type Shown } from '../accounts/authenticate-caller.ts';
import { type AccountParts } from './account-parts.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type AdminParts } from './admin-parts.ts';
import { alertOperations, type AlertParts } from './alert-operations.ts';
import { apiKeyOperations } from './api-key-operations.ts';
import { auditOperations } from './audit-operations.ts';
import { answerFailure, type FailureParts } from './answer-failure.ts';
import { authorize } from './authorize.ts';
import { healthOperations } from './health-operations.ts';
import { erasureOperations } from './erasure-operations.ts';
import { hireOperations } from './hire-operations.ts';
import { inboundOperations } from './inbound-operations.ts';
import { missedOperations } from './missed-operations.ts';
import { connectionOperations } from './connection-operations.ts';
import { accountOperations } from './account-operations.ts';
import { caseOperations } from './case-operations.ts';
import { icimsOperations } from './icims-operations.ts';
import { mappingOperations } from './mapping-operations.ts';
import { platformOperations } from './platform-operations.ts';
import { peopleOperations } from './people-operations.ts';
import { readingOperations } from './reading-operations.ts';
import { retryRunOperations } from './retry-run-operations.ts';
import { sessionOf } from './session-cookie.ts';
import { setupOperations } from './setup-operations.ts';
import { sessionOperations } from './session-operations.ts';
import { signOnConnectionOperations } from './sign-on-connection-operations.ts';
import { signOnOperations } from './sign-on-operations.ts';
import { stuckOperations } from './stuck-operations.ts';
import { versionOperations } from './version-operations.ts';
import { trialOperations } from './trial-operations.ts';

export interface AdminApiParts extends AdminParts, AccountParts, AlertParts, FailureParts {
  /** Throws `unauthenticated`, and FORBIDDEN for a change that did not come from the console. */
  readonly authenticate: (shown: Shown) => Promise<AdminCaller>;
  readonly validateResponses: boolean;
  /** The caller's address is the one that the outermost of so many proxies saw; 0 takes the connection's. */
  readonly trustedProxies: number;
}

const MAX_BODY = '1mb';
const probes = new Set(['getLiveness', 'getReadiness', 'getMetrics']);
const nobody: AdminCaller = { name: 'nobody', grants: [] };
/** How a person comes in; all else below /api/v1 asks who calls before it says whether it is there. */
const doors = new Set([
  ...['POST /session', 'POST /session/sign-on', 'POST /session/sign-on/finish'],
  ...['POST /invitations/read', 'POST /invitations/accept'],
]);

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
    handlers: operationsOf(parts),
    before: (operationId) => (probes.has(operationId) ? [harden] : [authorize(operationId), json({ limit: MAX_BODY })]),
    callerOf: (response) => (response.locals['caller'] as AdminCaller | undefined) ?? nobody,
    onFailure: (thrown, request, response) => Promise.resolve(answerFailure(thrown, { request, response }, parts)),
    validateResponses: parts.validateResponses,
  });
  router.use('/api/v1', answerOutside(parts));
}

function operationsOf(parts: AdminApiParts): Handlers<operations, AdminCaller> {
  return {
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
    ...auditOperations(parts),
    ...caseOperations(parts),
    ...hireOperations(parts),
    ...healthOperations(parts),
    ...erasureOperations(parts),
    ...stuckOperations(parts),
    ...retryRunOperations(parts),
    ...missedOperations(parts),
    ...sessionOperations(parts),
    ...accountOperations(parts),
    ...signOnOperations(parts),
    ...signOnConnectionOperations(parts),
    ...peopleOperations(parts),
    ...apiKeyOperations(parts),
    ...alertOperations(parts),
  };
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
