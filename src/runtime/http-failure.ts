import { AxiosError } from 'axios';
import { TOO_LARGE } from './http-exchange.ts';
import { addressNotAllowed, REFUSED_LOOKUP } from './http-guard.ts';
import { Failure } from './failure.ts';

const brokenCodes: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const tooSlowCodes: ReadonlySet<string> = new Set([
  ...[AxiosError.ERR_CANCELED, 'ETIMEDOUT'],
  ...['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
]);

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
  if (tooSlowCodes.has(code)) return failed('UPSTREAM_TOO_SLOW', `${host} did not answer in time.`, { host });
  if (code === TOO_LARGE) {
    return failed('UPSTREAM_TOO_LARGE', `${host} answered with more than ${maxBytes} bytes.`, { host, maxBytes });
  }
  return failed('UPSTREAM_UNREACHABLE', `${host} could not be reached or broke off (${code}).`, { host, cause: code });
}

/**
 * Whether the connection broke, as it does when the other side closed it just as we used it again. Nobody knows then what
 * was processed: only a call that changes nothing may be made once more.
 */
export function isBroken(thrown: unknown): boolean {
  return brokenCodes.has(codeOf(thrown));
}

function failed(code: string, message: string, facts: Record<string, string | number>): Failure {
  return new Failure('unavailable', code, message, { facts });
}

function codeOf(thrown: unknown): string {
  const { code } = Object(thrown) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'UNKNOWN';
}
