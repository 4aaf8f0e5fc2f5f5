import { toUtf8 } from './to-utf8.ts';
import { Failure } from './failure.ts';

/** Header names in lower case; a header that was sent several times is a list. */
export type HttpHeaders = Readonly<Record<string, string | readonly string[]>>;

/** Every value of a header, in the order sent. */
export function headerValues(headers: HttpHeaders, name: string): readonly string[] {
  const value = headers[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** The first value of a header. */
export function headerValue(headers: HttpHeaders, name: string): string | undefined {
  return headerValues(headers, name)[0];
}

/**
 * The JSON in a body; undefined when the body is empty, or when an answer that is no success holds something else (its
 * status says enough). Throws `Failure` unavailable UPSTREAM_NOT_JSON when a success holds something else.
 */
export function toJson(body: Buffer, status: number, host: string): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(toUtf8(body)) as unknown;
  } catch {
    if (status < 200 || status > 299) return undefined;
    throw new Failure('unavailable', 'UPSTREAM_NOT_JSON', `${host} answered with something that is not JSON.`, {
      facts: { host, status },
    });
  }
}
