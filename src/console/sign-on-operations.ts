import { beginSignOn, finishSignOn } from '../accounts/sign-on/sign-on.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { type AccountParts } from './account-parts.ts';
import { type AdminCaller } from './admin-caller.ts';
import { signOnCookie, signOnOf } from './session-cookie.ts';
import { openSession } from './session-operations.ts';

type SignOnOperations = Pick<operations, 'beginSignOn' | 'finishSignOn'>;

/** To the provider of somebody's company, and back with its answer. */
export function signOnOperations(parts: AccountParts): Handlers<SignOnOperations, AdminCaller> {
  return {
    beginSignOn: async ({ body: { email, place }, address }) => {
      await parts.brake.count({ address: address() });
      const { token, url } = await beginSignOn(email, parts);
      return { status: 200, body: { url }, headers: signOnCookie({ token, place }) };
    },
    finishSignOn: async ({ body: { query }, header, address }) => {
      await parts.brake.count({ address: address() });
      const begun = signOnOf(header('Cookie'));
      const token = await finishSignOn({ token: begun?.token, query }, parts);
      const { body, ...rest } = await openSession(token, parts.accounts);
      return { ...rest, body: begun?.place === undefined ? body : { ...body, place: begun.place } };
    },
  };
}
