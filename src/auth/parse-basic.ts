import { toText } from './to-text.ts';

interface BasicCredentials {
  readonly username: string;
  readonly password: string;
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Username and password of a Basic credential (RFC 7617): the first colon divides, further ones belong to the
 * password. Undefined when it is not base64 or has no colon.
 */
export function parseBasic(credentials: string): BasicCredentials | undefined {
  if (!BASE64.test(credentials)) return undefined;
  const text = toText(Buffer.from(credentials, 'base64'));
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
