import { unauthenticated } from './unauthenticated.ts';

/** An Authorization value in its two parts. */
interface Authorization {
  /** In lower case. */
  readonly scheme: string;
  readonly credentials: string;
}

/** In bytes; nothing of ours comes near it, and the work on a value stays bounded. */
const LONGEST_VALUE = 8192;

/** The two parts of an Authorization value (RFC 9110 §11.4), or undefined when it has no such form or is over 8 KiB. */
export function splitAuthorization(value: string): Authorization | undefined {
  const space = value.indexOf(' ');
  if (space < 1 || value.length > LONGEST_VALUE) return undefined;
  return { scheme: value.slice(0, space).toLowerCase(), credentials: value.slice(space + 1).trim() };
}

/** The same for a request that must have one. Throws `unauthenticated`. */
export function requireAuthorization(value: string | undefined): Authorization {
  if (value === undefined) throw unauthenticated('no-credential');
  const authorization = splitAuthorization(value);
  if (authorization === undefined) throw unauthenticated('malformed');
  return authorization;
}
