import { AxiosError } from 'axios';
import { addressNotAllowed, REFUSED_LOOKUP } from './http-guard.ts';
import { Failure } from './failure.ts';

interface Attempt {
  /** Host and port, the only part of the URL that may be told. */
  readonly host: string;
  readonly maxBytes: number;
}

/**
 * What a call that got no usable answer means. The thrown error itself is dropped: it carries the credentials, the
 * URL and the body of the request.
 */
export function toHttpFailure(thrown: unknown, { host, maxBytes }: Attempt): Failure {
  if (thrown instanceof Failure) return thrown;
  const code = codeOf(thrown);
  if (code === REFUSED_LOOKUP) return addressNotAllowed('the name leads to an address that is not a public one');
  if (isTooSlow(code)) return failed('UPSTREAM_TOO_SLOW', `${host} did not answer in time.`, { host });
  if (isTooLarge(thrown)) {
    return failed('UPSTREAM_TOO_LARGE', `${host} answered with more than ${maxBytes} bytes.`, { host, maxBytes });
  }
  return failed('UPSTREAM_UNREACHABLE', `${host} could not be reached or broke off (${code}).`, { host, cause: code });
}

/** Whether a kept-alive connection was closed by the other side just as we used it again: nothing was processed. */
export function isStaleConnection(thrown: unknown): boolean {
  if (!(thrown instanceof AxiosError) || thrown.response !== undefined) return false;
  const request = thrown.request as { reusedSocket?: boolean } | undefined;
  return request?.reusedSocket === true && (thrown.code === 'ECONNRESET' || thrown.code === 'EPIPE');
}

function failed(code: string, message: string, facts: Record<string, string | number>): Failure {
  return new Failure('unavailable', code, message, { facts });
}

function codeOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'UNKNOWN';
}

function isTooSlow(code: string): boolean {
  return code === AxiosError.ERR_CANCELED || code === AxiosError.ECONNABORTED || code === AxiosError.ETIMEDOUT;
}

/** axios has one code for several bad answers; only the text tells this one (axios is pinned, a test holds it). */
function isTooLarge(thrown: unknown): boolean {
  return thrown instanceof AxiosError && thrown.message.startsWith('maxContentLength');
}
