import { type TokenAnswer } from '../auth/issue-token.ts';
import { type operations } from '../contract/generated/partner.ts';
import { type AnswerOf } from '../contract/typed-handlers.ts';
import { type Failure } from '../runtime/failure.ts';

type Answer = AnswerOf<operations['issueToken']>;

/** RFC 6749 section 5.1: a token is never cached. */
const headers = { 'Cache-Control': 'no-store' } as const;

/** The HTTP answer for what `issueToken` decided (RFC 6749 sections 5.1 and 5.2). */
export function toTokenAnswer(answer: TokenAnswer): Answer {
  if (!('error' in answer)) return { status: 200, body: answer, headers };
  const { status, ...body } = answer;
  if (status === 401) return { status, body, headers: { ...headers, 'WWW-Authenticate': 'Basic realm="icims"' } };
  return { status, body, headers };
}

const statusByCode: Readonly<Record<string, 400 | 404 | 413 | 415>> = {
  INVALID_EVENT: 400,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA: 415,
};

/** A request that never got as far as its credentials, or came with wrong ones too often. */
export function toTokenFailure({ code, message, retryAfterMs = 10_000 }: Failure): Answer {
  const status = statusByCode[code];
  if (status !== undefined) return { status, body: { error: 'invalid_request', error_description: message }, headers };
  if (code === 'TOO_MANY') {
    const seconds = String(Math.max(Math.ceil(retryAfterMs / 1000), 1));
    return {
      status: 429,
      body: { error: 'temporarily_unavailable', error_description: 'Too many attempts. Try again later.' },
      headers: { ...headers, 'Retry-After': seconds },
    };
  }
  return {
    status: 500,
    body: { error: 'temporarily_unavailable', error_description: 'Try again in a minute.' },
    headers,
  };
}
