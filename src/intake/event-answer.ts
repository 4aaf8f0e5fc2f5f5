import { type operations } from '../contract/generated/partner.ts';
import { type AnswerOf } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type EarlierHire } from './intake-store.ts';

export type EventAnswer = AnswerOf<operations['receiveEvent']>;

/** What became of an event that did not fail. */
export type EventResult =
  | { readonly kind: 'accepted'; readonly hireId: string; readonly acceptedAt: Date }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'duplicate'; readonly earlier: EarlierHire };

/** The answer to iCIMS; `reference` is the event's id, by which an operator finds it. */
export function toEventAnswer(result: EventResult, reference: string): EventAnswer {
  switch (result.kind) {
    case 'accepted':
      return { status: 200, body: { status: 'accepted', reference: result.hireId } };
    case 'ignored':
      return { status: 200, body: { status: 'ignored', reason: result.reason } };
    case 'duplicate':
      return { status: 400, body: vendorError('DUPLICATE_REQUEST', duplicateSentence(result.earlier), reference) };
  }
}

/** Said to the recruiter who clicked twice. */
function duplicateSentence({ id, acceptedAt }: EarlierHire): string {
  const when = acceptedAt.toISOString().slice(0, 16).replace('T', ' at ');
  return `This request was already received on ${when} UTC (reference ${id}). Nothing needs to be done.`;
}

/** Statuses of design rule "who must act": 400 the recruiter, 503 nobody yet, 500 an operator. */
const statusByCode: Readonly<Record<string, Exclude<EventAnswer['status'], 200>>> = {
  MISSING_FIELDS: 400,
  UNKNOWN_PACKAGE: 400,
  SEVERAL_PACKAGES: 400,
  INVALID_EVENT: 400,
  EVENT_NOT_ENABLED: 400,
  UNAUTHENTICATED: 401,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA: 415,
  TOO_MANY: 429,
  ICIMS_ACCESS: 500,
  INTERNAL: 500,
  ICIMS_UNAVAILABLE: 503,
  STORE_UNAVAILABLE: 503,
};

/** The vendor error for a failure. An unknown code is answered 500 INTERNAL: its sentence was not written for iCIMS. */
export function toErrorAnswer(failure: Failure, reference: string): EventAnswer {
  const status = statusByCode[failure.code];
  if (status === undefined) return toErrorAnswer(internal, reference);
  const body = vendorError(failure.code, failure.userMessage, reference, failure.facts['fields']);
  const headers = headersOf(status, failure);
  return headers === undefined ? { status, body } : { status, body, headers };
}

function headersOf(status: number, { retryAfterMs }: Failure): Record<string, string> | undefined {
  if (status === 401)
    return { 'WWW-Authenticate': 'Basic realm="icims", Bearer realm="icims", x-icims-v1-hmac-sha256' };
  if (status !== 429 && status !== 503) return undefined;
  const seconds = Math.ceil((retryAfterMs ?? 30_000) / 1000);
  return { 'Retry-After': String(Math.min(Math.max(seconds, 1), 86_400)) };
}

const internal = new Failure('defect', 'INTERNAL', 'A failure without a code of its own reached iCIMS.', {
  userMessage: 'The immigration connector could not process this request. Please tell your iCIMS administrator.',
});

/** iCIMS, Error Handling and Reporting: `userMessage` is shown to the recruiter, `debugErrorMessage` is logged. */
function vendorError(code: string, userMessage: string, reference: string, fields?: string | number) {
  const debugErrorMessage = [code, fields, `ref=${reference}`].filter((part) => part !== undefined).join(' ');
  return { error: { userMessage, debugErrorMessage } };
}
