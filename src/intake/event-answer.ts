import { type components, type operations } from '../contract/generated/partner.ts';
import { type AnswerOf } from '../contract/typed-handlers.ts';
import { type Failure } from '../runtime/failure.ts';
import { type EarlierHire } from './intake-store.ts';

export type EventAnswer = AnswerOf<operations['receiveEvent']>;
type EventError = components['schemas']['VendorError'];

/** What became of an event that did not fail. */
export type EventResult =
  | { readonly kind: 'accepted'; readonly hireId: string; readonly acceptedAt: Date }
  | { readonly kind: 'ignored'; readonly reason: string }
  | {
      readonly kind: 'duplicate';
      readonly earlier: EarlierHire;
      /** The event is kept already, with this outcome. */
      readonly isKept?: true;
    };

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
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA: 415,
  TOO_MANY: 429,
  ICIMS_ACCESS: 500,
  INTERNAL: 500,
  ICIMS_UNAVAILABLE: 503,
  STORE_UNAVAILABLE: 503,
  OVERLOADED: 503,
};

/**
 * The vendor error for a failure. An unknown code is answered 500 INTERNAL, and INTERNAL with one sentence whatever it
 * says: its own was not written for iCIMS.
 */
export function toErrorAnswer(failure: Failure, reference: string): EventAnswer {
  const status = statusByCode[failure.code] ?? 500;
  const body = errorBody(failure, reference);
  const headers = headersOf(status, failure);
  return headers === undefined ? { status, body } : { status, body, headers };
}

function errorBody(failure: Failure, reference: string): EventError {
  const { code, userMessage, facts } = failure;
  if (statusByCode[code] === undefined || code === 'INTERNAL') return vendorError('INTERNAL', INTERNAL, reference);
  if (code === 'INVALID_EVENT')
    return vendorError(code, UNREADABLE, reference, userMessage.slice(0, LONGEST_DETAIL).trimEnd());
  return vendorError(code, userMessage, reference, facts['fields']);
}

function headersOf(status: number, { retryAfterMs }: Failure): Record<string, string> | undefined {
  if (status === 401)
    return { 'WWW-Authenticate': 'Basic realm="icims", Bearer realm="icims", x-icims-v1-hmac-sha256' };
  if (status !== 429 && status !== 503) return undefined;
  const seconds = Math.ceil((retryAfterMs ?? 30_000) / 1000);
  return { 'Retry-After': String(Math.min(Math.max(seconds, 1), 86_400)) };
}

const INTERNAL = 'The immigration connector could not process this request. Please tell your iCIMS administrator.';

/** Whoever moved the candidate can do nothing about a body; what is wrong with it is for the administrator. */
const UNREADABLE = 'iCIMS sent an event that the connector cannot read. Please tell your iCIMS administrator.';
const LONGEST_DETAIL = 500;

/** iCIMS, Error Handling and Reporting: `userMessage` is shown to the recruiter, `debugErrorMessage` is logged. */
function vendorError(code: string, userMessage: string, reference: string, detail?: string | number): EventError {
  const debugErrorMessage = [code, detail, `ref=${reference}`].filter((part) => part !== undefined).join(' ');
  return { error: { userMessage, debugErrorMessage } };
}
