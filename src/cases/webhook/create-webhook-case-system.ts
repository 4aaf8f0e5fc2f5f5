import { toFailure } from '../../runtime/failure.ts';
import { type Http, type HttpResponse } from '../../runtime/http.ts';
import { type CaseReceipt, type CaseSystem } from '../case-system.ts';
import { type CaseEvent, toOpenEvent, toUpdateEvent, toWithdrawEvent } from './case-events.ts';
import { otherHireFailure, toCaseSystemFailure, toSendFailure } from './case-system-failure.ts';
import { createSigner } from '../../runtime/create-signer.ts';
import { toMeaning } from './to-meaning.ts';
import { toReceipt } from './to-receipt.ts';

export interface WebhookParts {
  readonly http: Http;
  readonly choice: { readonly url: string; readonly secret: string };
  readonly clock: () => Date;
}

type Exchange = (event: CaseEvent, signal: AbortSignal) => Promise<HttpResponse>;

const MAX_ANSWER_BYTES = 64 * 1024;

/**
 * The case system behind a customer's or vendor's URL: signed POSTs as openapi/cases-webhook.yaml describes them.
 * Throws `Failure`: `unavailable` CASE_SYSTEM_UNAVAILABLE (network, deadline, 408, 425, 429, 5xx; with `retryAfterMs`
 * when told) and CASE_SYSTEM_ANSWER (an answer that is none of the contract's); `unauthenticated` CASE_SYSTEM_ACCESS
 * (401, 403); `rejected` CASE_SYSTEM_REFUSED (3xx, other 4xx; fact `fields` names refused fields), CASE_SYSTEM_OTHER_HIRE
 * (a receipt for somebody else) and ADDRESS_NOT_ALLOWED (the URL may not be called).
 */
export function createWebhookCaseSystem({ http, choice, clock }: WebhookParts): CaseSystem {
  const exchange = createExchange({ http, choice, clock });
  return {
    open: (order, signal) => open(exchange, clock, toOpenEvent(order), signal),
    update: (order, receipt, signal) => tell(exchange, clock, toUpdateEvent(order, receipt), signal),
    withdraw: (order, receipt, signal) => tell(exchange, clock, toWithdrawEvent(order, receipt), signal),
  };
}

function createExchange({ http, choice, clock }: WebhookParts): Exchange {
  const sign = createSigner(choice.secret);
  return async (event, signal) => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json, application/problem+json',
      'idempotency-key': event.key,
      ...sign(event.key, clock(), event.body),
    };
    const request = { method: 'POST', url: choice.url, headers, body: event.body, signal } as const;
    return http.send({ ...request, maxBytes: MAX_ANSWER_BYTES, expect: 'json' }).catch((thrown: unknown) => {
      throw toSendFailure(toFailure(thrown));
    });
  };
}

/** A case that exists already is the hire's, so its receipt is taken as if it were new. */
async function open(
  exchange: Exchange,
  clock: () => Date,
  event: CaseEvent,
  signal: AbortSignal,
): Promise<CaseReceipt> {
  const answer = await exchange(event, signal);
  const meaning = toMeaning(answer.status);
  if (meaning !== 'done' && meaning !== 'exists') throw toCaseSystemFailure(meaning, { event, answer, now: clock() });
  const receipt = toReceipt(answer.body, event.hireId);
  if (typeof receipt === 'object') return receipt;
  if (receipt === 'of-another-hire') throw otherHireFailure(event, answer);
  throw toCaseSystemFailure(meaning, { event, answer, now: clock() });
}

/** For an update or a withdrawal, a case that is gone needs nothing more. */
async function tell(exchange: Exchange, clock: () => Date, event: CaseEvent, signal: AbortSignal): Promise<void> {
  const answer = await exchange(event, signal);
  const meaning = toMeaning(answer.status);
  if (meaning === 'gone' || (meaning === 'done' && isTaken(answer))) return;
  throw toCaseSystemFailure(meaning, { event, answer, now: clock() });
}

/** An empty 200 may come from anything between us and the case system; 204 and a JSON object say more. */
function isTaken({ status, body }: HttpResponse): boolean {
  return status === 204 || (typeof body === 'object' && body !== null && !Array.isArray(body));
}
