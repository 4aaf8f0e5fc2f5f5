import { Failure } from '../../runtime/failure.ts';
import { type HttpResponse } from '../../runtime/http.ts';
import { parseRetryAfter } from '../../runtime/retry-after.ts';
import { type CaseEvent } from './case-events.ts';
import { refusedFields } from './refused-fields.ts';
import { type Meaning } from './to-meaning.ts';

/** Codes of the way out that mean: something answered, but not with what a case system answers. */
const NO_ANSWER_OF_OURS = new Set(['UPSTREAM_NOT_JSON', 'UPSTREAM_TOO_LARGE']);

interface Told {
  readonly event: CaseEvent;
  readonly answer: HttpResponse;
  readonly now: Date;
}

/** The failure for each meaning that stops a request. */
const failureFor = {
  'no-access': ({ answer, event }) =>
    new Failure(
      'unauthenticated',
      'CASE_SYSTEM_ACCESS',
      `The case system refused our signature or our right to send (status ${answer.status}); check the webhook's URL and secret.`,
      { facts: toFacts(event, answer) },
    ),
  later: ({ answer, event, now }) => {
    const retryAfterMs = parseRetryAfter(answer.headers['retry-after'], now);
    return new Failure(
      'unavailable',
      'CASE_SYSTEM_UNAVAILABLE',
      `The case system cannot serve now (status ${answer.status}).`,
      {
        facts: toFacts(event, answer),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      },
    );
  },
  done: unusable,
  unusable,
  refused: refusal,
  exists: refusal,
  gone: refusal,
} satisfies Record<Meaning, (told: Told) => Failure>;

/** What an answer that is no success means for the delivery. Names statuses and fields, never values. */
export function toCaseSystemFailure(meaning: Meaning, told: Told): Failure {
  return failureFor[meaning](told);
}

/** The failure for a receipt that names another hire: adopting it would join two people's cases. */
export function otherHireFailure(event: CaseEvent, answer: HttpResponse): Failure {
  const message = 'The case system answered with the case of another hire; it must tell hires apart by data.hireId.';
  return new Failure('rejected', 'CASE_SYSTEM_OTHER_HIRE', message, { facts: toFacts(event, answer) });
}

/** What a request without any answer means. The way out's refusal to call an address passes as it is. */
export function toSendFailure(failure: Failure): Failure {
  if (failure.kind !== 'unavailable') return failure;
  const code = NO_ANSWER_OF_OURS.has(failure.code) ? 'CASE_SYSTEM_ANSWER' : 'CASE_SYSTEM_UNAVAILABLE';
  return new Failure('unavailable', code, `The case system gave no usable answer: ${failure.message}`, {
    facts: failure.facts,
  });
}

function unusable({ answer, event }: Told): Failure {
  const message = `The case system answered ${event.type} with something that is no receipt (status ${answer.status}).`;
  return new Failure('unavailable', 'CASE_SYSTEM_ANSWER', message, { facts: toFacts(event, answer) });
}

function refusal({ answer, event }: Told): Failure {
  const fields = refusedFields(answer.body).join(', ');
  const naming = fields === '' ? '' : ` and names ${fields}`;
  const redirect = answer.status < 400 ? '; redirects are not followed, so configure the final URL' : '';
  const message = `The case system refused ${event.type} with status ${answer.status}${naming}${redirect}.`;
  const facts = { ...toFacts(event, answer), ...(fields === '' ? {} : { fields }) };
  return new Failure('rejected', 'CASE_SYSTEM_REFUSED', message, { facts });
}

function toFacts(event: CaseEvent, { status }: HttpResponse): Record<string, string | number> {
  return { status, request: event.type, hireId: event.hireId };
}
