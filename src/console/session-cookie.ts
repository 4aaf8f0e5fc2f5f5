import { parseCookie, stringifySetCookie } from 'cookie';
import { SIGN_ON_MS } from '../accounts/sign-on/sign-on.ts';

/** The prefix makes browsers insist on Secure, Path=/ and no Domain. */
const SESSION = '__Host-console';
const SIGN_ON = '__Host-sign-on';
const SESSION_SECONDS = 12 * 60 * 60;

type SetCookie = Readonly<Record<string, string>>;

/** The session token that a Cookie header carries. */
export function sessionOf(cookieHeader: string | undefined): string | undefined {
  return valueOf(SESSION, cookieHeader);
}

/** Set-Cookie with the session token; without one the cookie goes. */
export function sessionCookie(token?: string): SetCookie {
  return toSetCookie(SESSION, token ?? '', token === undefined ? 0 : SESSION_SECONDS);
}

/** A sign-in that was begun in this browser: its secret, and where the person wanted to go. */
interface BegunHere {
  readonly token: string;
  readonly place?: string | undefined;
}

/** No token holds one. */
const BETWEEN = '~';

export function signOnOf(cookieHeader: string | undefined): BegunHere | undefined {
  const [token, place] = valueOf(SIGN_ON, cookieHeader)?.split(BETWEEN) ?? [];
  return token === undefined ? undefined : { token, place };
}

/** Strict, as the other one: it is our page that brings the provider's answer, not the way back to us. */
export function signOnCookie({ token, place }: BegunHere): SetCookie {
  return toSetCookie(SIGN_ON, place === undefined ? token : `${token}${BETWEEN}${place}`, SIGN_ON_MS / 1000);
}

function valueOf(name: string, cookieHeader: string | undefined): string | undefined {
  return cookieHeader === undefined ? undefined : parseCookie(cookieHeader)[name];
}

function toSetCookie(name: string, value: string, maxAge: number): SetCookie {
  const safe = { httpOnly: true, secure: true, sameSite: 'strict', path: '/' } as const;
  return { 'Set-Cookie': stringifySetCookie({ name, value, ...safe, maxAge }) };
}
