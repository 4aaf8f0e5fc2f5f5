import { acceptInvitation, findInvitation } from '../accounts/invitations.ts';
import { grantsOf } from '../accounts/rights.ts';
import { signIn } from '../accounts/sign-in.ts';
import { totpUri } from '../accounts/totp.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { type AccountParts } from './account-parts.ts';
import { type AdminCaller } from './admin-caller.ts';
import { forbidden } from './authorize.ts';
import { sessionCookie } from './session-cookie.ts';
import { show } from './show.ts';
import { csrfTokenOf, hashToken } from '../accounts/secret-token.ts';

type SessionOperations = Pick<operations, 'signIn' | 'getSession' | 'signOut' | 'readInvitation' | 'acceptInvitation'>;
type Session = SessionOperations['getSession']['responses'][200]['content']['application/json'];

const LONG_AGO = new Date(0);

/** Signing in and out, and coming in by an invitation. */
export function sessionOperations(parts: AccountParts): Handlers<SessionOperations, AdminCaller> {
  return {
    signIn: async ({ body, address }) => {
      const signedIn = await signIn({ ...body, address: address() }, parts);
      if (signedIn.status === 'second-factor-needed') return { status: 200, body: signedIn };
      return openSession(signedIn.token, parts.accounts);
    },
    getSession: ({ caller }) => Promise.resolve({ status: 200, body: toSession(sessionOf(caller)) }),
    signOut: async ({ caller }) => {
      await parts.accounts.endSession(sessionOf(caller).tokenHash);
      return { status: 204, body: undefined, headers: sessionCookie() };
    },
    readInvitation: async ({ body: { token }, address }) => {
      await parts.brake.count({ address: address() });
      const { email, operator, roles, totpSecret } = await findInvitation(token, parts);
      return {
        status: 200,
        body: { email, operator, roles: [...roles], totpUri: totpUri(totpSecret, email ?? 'first operator') },
      };
    },
    acceptInvitation: async ({ body, address }) => {
      await parts.brake.count({ address: address() });
      const { token, recoveryCodes } = await acceptInvitation(body, parts);
      return { status: 201, body: { recoveryCodes }, headers: sessionCookie(token) };
    },
  };
}

/** The answer to a sign-in that succeeded. */
export async function openSession(token: string, accounts: AccountParts['accounts']) {
  const found = await accounts.findSession(hashToken(token), { started: LONG_AGO, used: LONG_AGO });
  if (found === undefined) throw forbidden();
  const body = toSession({ person: found.person, csrfToken: csrfTokenOf(token) });
  return { status: 200 as const, body, headers: sessionCookie(token) };
}

/** Throws FORBIDDEN for who did not sign in: keys, and the operator's token. */
export function sessionOf({ session }: AdminCaller): NonNullable<AdminCaller['session']> {
  if (session === undefined) throw forbidden('This is for people who have signed in.');
  return session;
}

function toSession({ person, csrfToken }: Pick<NonNullable<AdminCaller['session']>, 'person' | 'csrfToken'>): Session {
  const access = grantsOf(person).map(({ customerId, rights }) => ({ customerId, rights: [...rights] }));
  return { status: 'signed-in', csrfToken, person: show(person), access };
}
