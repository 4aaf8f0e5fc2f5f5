import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import { STATUS_CODES } from 'node:http';
import { serveAdminApi, type AdminApiParts } from './console/admin-api.ts';
import { serveDocs } from './console/serve-docs.ts';
import { serveWeb } from './console/serve-web.ts';
import { closeIfUnread } from './contract/close-if-unread.ts';
import { routeByOriginForm } from './contract/origin-form.ts';
import { toRequestFailure } from './contract/request-failure.ts';
import { servePartnerApi, type PartnerApiParts } from './intake/partner-api.ts';

/** The HTTP face of the service: the two contracts, their documentation, and a clear answer for everything else. */
export function createApp(partner: PartnerApiParts, admin: AdminApiParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', admin.trustedProxies);
  app.use(routeByOriginForm);
  servePartnerApi(app, partner);
  serveAdminApi(app, admin);
  serveDocs(app);
  serveWeb(app);
  app.use(answerNothingHere(admin), answerFailure(admin));
  return app;
}

interface Told {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly reference: string;
}

function answerNothingHere({ newId }: AdminApiParts): RequestHandler {
  const detail = 'There is nothing here. The API is described at /docs.';
  return (_request, response) => answer(response, { status: 404, code: 'NOT_FOUND', detail, reference: newId() });
}

/** The last resort: nothing of what was thrown is told, and no path, which may hold anything. */
function answerFailure({ newId, onFailure }: AdminApiParts): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    const status = statusOf(thrown);
    const reference = newId();
    const failure = toRequestFailure(thrown, 'INVALID_REQUEST');
    onFailure({ reference, operationId: request.method, status, failure, thrown });
    const [code, detail] =
      status < 500
        ? ['INVALID_REQUEST', 'The request cannot be served as it is.']
        : ['INTERNAL', 'The error is on our side and was logged under this reference.'];
    if (response.headersSent) {
      request.socket.destroy();
      next();
    } else answer(response, { status, code, detail, reference });
  };
}

/** The status of the framework for what a caller did wrong; 500 for all else. */
function statusOf(thrown: unknown): number {
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** RFC 9457 problem details. */
function answer(response: Response, { status, ...told }: Told): void {
  closeIfUnread(response.req, response);
  response
    .status(status)
    .set({ 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' })
    .type('application/problem+json')
    .json({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, ...told });
}
