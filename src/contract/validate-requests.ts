import { middleware } from 'express-openapi-validator';
import { type RequestHandler } from 'express';
import { rememberPathPatterns } from './remember-path-patterns.ts';
import { settleUrlParse } from './settle-url-parse.ts';

/** The operation that a request belongs to, as `validateRequests` leaves it on the request. */
export interface ValidatedOperation {
  readonly operationId: string;
  readonly pathParams: Readonly<Record<string, string>>;
}

/**
 * Middlewares that hold requests (and, when asked, JSON answers) to one of our OpenAPI files.
 *
 * They route by `request.url`, as Express does, and must be mounted at the root, behind whatever parses bodies; bodies of `multipart/form-data` are left alone, and
 * who may call is not their business. A request that no operation describes fails with 404 or 405.
 * What they report is passed on as an error with `status` and `errors`; each user turns it into its own answer.
 */
export function validateRequests(specPath: string, options: { validateResponses: boolean }): RequestHandler[] {
  settleUrlParse();
  rememberPathPatterns();
  return middleware({
    apiSpec: specPath,
    validateApiSpec: true,
    validateRequests: { allErrors: true },
    validateResponses: options.validateResponses,
    validateSecurity: false,
    useRequestUrl: true,
    fileUploader: false,
    ajvFormats: { mode: 'fast' },
  });
}

/** The operation that a validated request belongs to; null means that the validator did not see the request. */
export function validatedOperation(request: object): ValidatedOperation | null {
  const { openapi } = request as {
    openapi?: { schema?: { operationId?: string }; pathParams?: Record<string, string> };
  };
  const operationId = openapi?.schema?.operationId;
  return operationId === undefined ? null : { operationId, pathParams: openapi?.pathParams ?? {} };
}
