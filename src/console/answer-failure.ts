import { type Request, type Response } from 'express';
import { RequestFailure, toRequestFailure, type RequestFault } from '../contract/request-failure.ts';
import { Failure } from '../runtime/failure.ts';

export interface FailureParts {
  readonly newId: () => string;
  readonly onFailure: (failed: {
    reference: string;
    operationId: string;
    status: number;
    failure: Failure;
    thrown: unknown;
  }) => void;
}

const statusByCode: Readonly<Record<string, readonly [status: number, title: string]>> = {
  UNAUTHENTICATED: [401, 'Not authenticated'],
  WRONG_CREDENTIALS: [401, 'Not authenticated'],
  SIGN_ON_REFUSED: [401, 'Not authenticated'],
  SIGN_ON_UNUSABLE: [502, 'Single sign-on cannot be used'],
  SIGN_ON_UNAVAILABLE: [503, 'The provider is unavailable'],
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

/** RFC 9457 problem details: the status, headers and body for what was thrown, which `onFailure` is told of. */
export function answerFailure(
  thrown: unknown,
  { request, response }: { request: Request; response: Response },
  { newId, onFailure }: FailureParts,
) {
  const failure = toRequestFailure(thrown, 'INVALID_REQUEST');
  const [status, title] = statusByCode[failure.code] ?? [500, 'Internal error'];
  const told = toldFailure(status, failure);
  const reference = newId();
  const operationId = `${request.method} ${(request.route as { path?: string } | undefined)?.path ?? ''}`;
  onFailure({ reference, operationId, status, failure, thrown });
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
