import { Failure } from '../runtime/failure.ts';
import { headerValue } from '../runtime/http-answer.ts';
import { type HttpResponse } from '../runtime/http.ts';
import { parseRetryAfter } from '../runtime/retry-after.ts';
import { describeProblems, readErrors, transactionOf } from './icims-problems.ts';
import { type CallContext } from './icims.ts';
import { ASK_ADMIN, TRY_AGAIN } from './recruiter-sentences.ts';

/** Which call failed: for the operator's sentence and facts. Names and ids only. */
export interface CallName {
  readonly customerId: string;
  /** The port's method. */
  readonly operation: string;
  /** What it was about, for example `people/7301`. */
  readonly target: string;
  readonly priority: CallContext['priority'];
}

type Refusal = 'access' | 'not-found' | 'unavailable' | 'refused';

/** A recruiter waits behind an interactive call: asking to come back later than this helps nobody. */
const MAX_INTERACTIVE_WAIT_MS = 15 * 60_000;

/**
 * What an answer other than 2xx means (iCIMS "Error Handling"): 401 and 403 are a credential or a right, 404 hides
 * missing rights, 408, 429, 5xx and redirects pass, every other status is refused for good.
 */
export function toIcimsFailure(call: CallName, response: HttpResponse, now: Date): Failure {
  const { status, headers } = response;
  const problems = describeProblems(readErrors(headers, response.body));
  const transaction = transactionOf(headers);
  const facts = {
    ...factsOf(call),
    status,
    ...(problems === '' ? {} : { errors: problems }),
    ...(transaction === undefined ? {} : { transaction }),
  };
  const answer = problems === '' ? `${status}` : `${status}, error ${problems}`;
  const failures = {
    access: () =>
      new Failure('unauthenticated', 'ICIMS_ACCESS', `iCIMS refused the API user or its rights (${answer}).`, {
        userMessage: ASK_ADMIN,
        facts,
      }),
    'not-found': () =>
      new Failure('rejected', 'ICIMS_NOT_FOUND', notFound(call.target, answer), { userMessage: ASK_ADMIN, facts }),
    unavailable: () => unavailable(call, answer, { facts, waitMs: askedWaitMs(response, now) }),
    refused: () =>
      new Failure('rejected', 'ICIMS_REFUSED', `iCIMS refused ${call.operation} of ${call.target} (${answer}).`, {
        userMessage: ASK_ADMIN,
        facts,
      }),
  } satisfies Record<Refusal, () => Failure>;
  return failures[refusalOf(status)]();
}

/** A call that got no usable answer. A refused address or client stays what it is: waiting does not help. */
export function toIcimsUnavailable(call: CallName, failure: Failure): Failure {
  if (failure.kind !== 'unavailable') return failure;
  const facts = { ...failure.facts, ...factsOf(call) };
  return unavailable(call, failure.message.replace(/\.$/, ''), { facts, waitMs: failure.retryAfterMs });
}

interface UnavailableDetails {
  readonly facts: Record<string, string | number>;
  readonly waitMs: number | undefined;
}

function unavailable(call: CallName, why: string, { facts, waitMs }: UnavailableDetails): Failure {
  const longest = call.priority === 'interactive' ? MAX_INTERACTIVE_WAIT_MS : Infinity;
  return new Failure('unavailable', 'ICIMS_UNAVAILABLE', `iCIMS could not serve ${call.operation} (${why}).`, {
    userMessage: TRY_AGAIN,
    facts,
    ...(waitMs === undefined ? {} : { retryAfterMs: Math.min(waitMs, longest) }),
  });
}

function factsOf({ customerId, operation, target }: CallName): Record<string, string> {
  return { customerId, operation, target };
}

function notFound(target: string, answer: string): string {
  return `iCIMS has no ${target}, or the API user has no right to see it; iCIMS answers both alike (${answer}).`;
}

function refusalOf(status: number): Refusal {
  if (status === 401 || status === 403) return 'access';
  if (status === 404) return 'not-found';
  if (status < 400 || status === 408 || status === 429 || status >= 500) return 'unavailable';
  return 'refused';
}

/** `Retry-After`, else the end of the daily window when nothing is left of it. */
function askedWaitMs({ headers }: HttpResponse, now: Date): number | undefined {
  const asked = parseRetryAfter(headers['retry-after'], now);
  if (asked !== undefined || headerValue(headers, 'x-ratelimit-remaining') !== '0') return asked;
  return parseRetryAfter(headers['x-ratelimit-reset'], now);
}
