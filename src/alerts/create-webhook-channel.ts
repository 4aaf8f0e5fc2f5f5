import { createSigner } from '../runtime/create-signer.ts';
import { Failure } from '../runtime/failure.ts';
import { type Http } from '../runtime/http.ts';
import { parseRetryAfter } from '../runtime/retry-after.ts';
import { type Message } from './notice.ts';
import { type Channels } from './send-notices.ts';

const DEADLINE_MS = 20_000;
const MAX_ANSWER_BYTES = 64 * 1024;
/** Refusals that pass. */
const LATER = new Set([408, 425, 429]);

/**
 * Signed POSTs as openapi/alerts-webhook.yaml describes them. Throws `rejected` WEBHOOK_REFUSED (a redirect or another
 * 4xx) and ADDRESS_NOT_ALLOWED, `unavailable` WEBHOOK_UNAVAILABLE, and what the way out throws when nobody answers.
 */
export function createWebhookChannel({ http, clock }: { http: Http; clock: () => Date }): Channels['webhook'] {
  return async (id, { url, secret }, message) => {
    const body = JSON.stringify(toBody(message));
    const headers = { 'content-type': 'application/json', ...createSigner(secret)(id, clock(), body) };
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const call = { method: 'POST', url, headers, body, signal, maxBytes: MAX_ANSWER_BYTES, expect: 'bytes' } as const;
    const answer = await http.send(call);
    if (answer.status < 200 || answer.status >= 300)
      throw refusal(answer.status, answer.headers['retry-after'], clock());
  };
}

function toBody({ kind, at, ...data }: Message): object {
  return { type: kind, timestamp: at, data };
}

function refusal(status: number, retryAfter: Parameters<typeof parseRetryAfter>[0], now: Date): Failure {
  const passes = status >= 500 || LATER.has(status);
  const told = `The webhook of a platform's alerts answered with status ${status}.`;
  if (!passes) return new Failure('rejected', 'WEBHOOK_REFUSED', told, { facts: { status } });
  const retryAfterMs = parseRetryAfter(retryAfter, now);
  const details = { facts: { status }, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  return new Failure('unavailable', 'WEBHOOK_UNAVAILABLE', told, details);
}
