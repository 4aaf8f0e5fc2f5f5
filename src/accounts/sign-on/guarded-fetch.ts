import { type CustomFetch } from 'openid-client';
import { Failure } from '../../runtime/failure.ts';
import { type HttpHeaders } from '../../runtime/http-answer.ts';
import { type Http } from '../../runtime/http.ts';

const MAX_BYTES = 512 * 1024;
const DEADLINE_MS = 10_000;

/**
 * A `fetch` for the OpenID Connect library that goes our guarded way out: no private addresses, no redirects, a cap on
 * what is read, and one deadline for all calls that are made with it. Throws `Failure`.
 */
export function createGuardedFetch(http: Http): CustomFetch {
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  return async (url, { method, headers, body }) => {
    const answer = await http.send({
      method: method === 'POST' ? 'POST' : 'GET',
      url,
      headers,
      ...(body === undefined || body === null ? {} : { body: toText(body) }),
      signal: deadline,
      maxBytes: MAX_BYTES,
      expect: 'bytes',
    });
    const { status } = answer;
    if (status === 429 || status >= 500)
      throw new Failure('unavailable', 'UPSTREAM_UNREACHABLE', `The provider answered ${status}.`, {
        facts: { status },
      });
    const bytes = status === 204 || status === 304 ? null : new Uint8Array(answer.body as Buffer);
    return new Response(bytes, { status, headers: toHeaders(answer.headers) });
  };
}

function toHeaders(headers: HttpHeaders): Headers {
  const answered = new Headers();
  for (const [name, value] of Object.entries(headers)) for (const one of [value].flat()) answered.append(name, one);
  return answered;
}

/** The library sends forms only. */
function toText(body: unknown): string {
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  throw new Failure('defect', 'INTERNAL', 'The OpenID Connect library sent a body that is no form.');
}
