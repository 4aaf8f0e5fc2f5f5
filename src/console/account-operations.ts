import { aliveSince } from '../accounts/authenticate-caller.ts';
import { changePassword } from '../accounts/change-password.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AccountParts } from './account-parts.ts';
import { type AdminCaller } from './admin-caller.ts';
import { openSession, sessionOf } from './session-operations.ts';
import { show } from './show.ts';

type AccountOperations = Pick<
  operations,
  'changeOwnPassword' | 'listOwnSessions' | 'endOwnSession' | 'endOtherSessions'
>;

/** What everybody may do with their own account. */
export function accountOperations(parts: AccountParts): Handlers<AccountOperations, AdminCaller> {
  const { accounts, clock } = parts;
  return {
    changeOwnPassword: async ({ body, caller, address }) => {
      const token = await changePassword(sessionOf(caller), { ...body, address: address() }, parts);
      return openSession(token, accounts);
    },
    listOwnSessions: async ({ caller }) => {
      const { person, tokenHash: ours } = sessionOf(caller);
      const sessions = await accounts.listSessions(person.id, aliveSince(clock()));
      const items = sessions.map(({ tokenHash, ...session }) => ({ ...session, current: tokenHash.equals(ours) }));
      return { status: 200, body: { items: show(items) } };
    },
    endOwnSession: async ({ path: { id }, caller }) => {
      if (!(await accounts.endSessionOf(sessionOf(caller).person.id, id)))
        throw new Failure('invalid', 'NOT_FOUND', 'There is no such session of yours; it may have ended by itself.');
      return { status: 204, body: undefined };
    },
    endOtherSessions: async ({ caller }) => {
      const { person, tokenHash } = sessionOf(caller);
      await accounts.endOtherSessions(person.id, tokenHash);
      return { status: 204, body: undefined };
    },
  };
}
