import { parseCookie, stringifySetCookie } from 'cookie';

/** The prefix makes browsers insist on Secure, Path=/ and no Domain. */
const NAME = '__Host-console';
const MAX_AGE_SECONDS = 12 * 60 * 60;

/** The session token that a Cookie header carries. */
export function sessionOf(cookieHeader: string | undefined): string | undefined {
  return cookieHeader === undefined ? undefined : parseCookie(cookieHeader)[NAME];
}

/** Set-Cookie with the session token; without one the cookie goes. */
export function sessionCookie(token?: string): Readonly<Record<string, string>> {
  const cookie = stringifySetCookie({
    name: NAME,
    value: token ?? '',
    ...{ httpOnly: true, secure: true, sameSite: 'strict', path: '/' },
    maxAge: token === undefined ? 0 : MAX_AGE_SECONDS,
  });
  return { 'Set-Cookie': cookie };
}
