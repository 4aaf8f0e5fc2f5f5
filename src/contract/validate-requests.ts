import { middleware } from 'express-openapi-validator';
import { type NextFunction, type Request, type RequestHandler } from 'express';
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
  // The third is for security, which is off.
  const [loadContract, describe, , ...hold] = middleware({
    apiSpec: specPath,
    validateApiSpec: true,
    validateRequests: { allErrors: true },
    validateResponses: options.validateResponses,
    validateSecurity: false,
    useRequestUrl: true,
    fileUploader: false,
    ajvFormats: { mode: 'fast' },
  });
  if (loadContract === undefined || describe === undefined) throw new Error('The validator is not made as we know it');
  return [describeOnce([loadContract, describe]), ...hold];
}

/**
 * Which operation a request is for, found by the validator: for a route without parameters once, and then remembered. Only
 * a path that is the route's to the letter is, so that callers cannot make it remember more than the contract has.
 */
function describeOnce([loadContract, describe]: readonly [RequestHandler, RequestHandler]): RequestHandler {
  const known = new Map<string, Described>();
  return (request: Request & { openapi?: Described }, response, next) => {
    const [path = ''] = request.url.split('?', 1);
    const key = `${request.method} ${path}`;
    const same = known.get(key);
    if (same !== undefined) {
      request.openapi = { ...same };
      next();
      return;
    }
    const remember: NextFunction = (problem?: unknown) => {
      if (request.openapi?.expressRoute === path) known.set(key, { ...request.openapi });
      next(problem);
    };
    void loadContract(request, response, (problem?: unknown) => {
      if (problem === undefined) void describe(request, response, remember);
      else next(problem);
    });
  };
}

/** What the validator keeps of a request's operation, as far as it matters here. */
interface Described {
  readonly expressRoute: string;
}

/** The operation that a validated request belongs to; null means that the validator did not see the request. */
export function validatedOperation(request: object): ValidatedOperation | null {
  const { openapi } = request as {
    openapi?: { schema?: { operationId?: string }; pathParams?: Record<string, string> };
  };
  const operationId = openapi?.schema?.operationId;
  return operationId === undefined ? null : { operationId, pathParams: openapi?.pathParams ?? {} };
}
