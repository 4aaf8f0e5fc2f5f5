import { toFailure } from '../../runtime/failure.ts';
import { type CaseSystemTest } from '../case-system-test.ts';
import { createSigner } from '../../runtime/create-signer.ts';
import { type WebhookParts } from './create-webhook-case-system.ts';
import { type Meaning, toMeaning } from './to-meaning.ts';

interface Ping {
  readonly id: string;
  readonly customerId: string;
  readonly signal: AbortSignal;
}

const MAX_ANSWER_BYTES = 64 * 1024;

/** Sends a signed `ping` (openapi/cases-webhook.yaml). Never throws: that nobody answers is a finding. */
export async function pingWebhook(
  { http, choice, clock }: WebhookParts,
  { id, customerId, signal }: Ping,
): Promise<CaseSystemTest> {
  const body = JSON.stringify({ type: 'ping', timestamp: clock().toISOString(), data: { customerId } });
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, application/problem+json',
    'idempotency-key': id,
    ...createSigner(choice.secret)(id, clock(), body),
  };
  const started = performance.now();
  const found = (ok: boolean, status: number | null, sentence: string): CaseSystemTest => {
    return { type: 'webhook', ok, status, ms: Math.round(performance.now() - started), sentence };
  };
  try {
    const request = { method: 'POST', url: choice.url, headers, body, signal } as const;
    const { status } = await http.send({ ...request, maxBytes: MAX_ANSWER_BYTES, expect: 'bytes' });
    const meaning = status >= 200 && status <= 299 ? 'done' : toMeaning(status);
    return found(isReady(meaning, status), status, sentences[meaning](status));
  } catch (thrown) {
    return found(false, null, `The case system gave no usable answer: ${toFailure(thrown).message}`);
  }
}

/** A receiver that checks what it gets, and does not know this message, has taken the signature all the same. */
function isReady(meaning: Meaning, status: number): boolean {
  return meaning === 'done' || (meaning === 'refused' && (status === 400 || status === 422));
}

const sentences = {
  done: (status) => `The case system took a signed test message (${status}). Cases can be sent there.`,
  unusable: (status) => `The case system answered ${status}, which says nothing. Check the URL.`,
  'no-access': (status) =>
    `The case system refused the signature (${status}). Check that both sides hold the same secret.`,
  later: (status) => `The case system cannot serve now (${status}). Try again later, or ask whoever runs it.`,
  exists: (status) => `Something answered ${status}, as no receiver of test messages does. Check the URL.`,
  gone: (status) => `The address says that it is gone (${status}). Check the URL.`,
  refused: (status) =>
    isReady('refused', status)
      ? `The case system answers and let the signature pass, but does not know test messages (${status}).`
      : `The address refused the message (${status}). Check the URL; redirects are not followed.`,
} as const satisfies Record<Meaning, (status: number) => string>;
