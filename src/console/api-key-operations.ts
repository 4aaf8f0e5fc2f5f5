import { type ApiKey } from '../accounts/account.ts';
import { may } from '../accounts/rights.ts';
import { hashToken, newToken } from '../accounts/secret-token.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure } from '../runtime/failure.ts';
import { type AccountParts } from './account-parts.ts';
import { type AdminCaller } from './admin-caller.ts';
import { forbidden } from './authorize.ts';
import { show } from './show.ts';

type ApiKeyOperations = Pick<operations, 'listApiKeys' | 'createApiKey' | 'revokeApiKey'>;

/** Bearer tokens for scripts; none may do more than who made it. */
export function apiKeyOperations({ accounts, clock, newId }: AccountParts): Handlers<ApiKeyOperations, AdminCaller> {
  return {
    listApiKeys: async ({ caller }) => {
      const keys = (await accounts.listApiKeys()).filter((key) => manages(caller, key));
      return { status: 200, body: { items: show(keys) } };
    },
    createApiKey: async ({ body: { name, customerId, scopes }, caller }) => {
      const allowed = ['keys.manage' as const, ...scopes].every((right) => may(caller.grants, right, customerId));
      if (!allowed) throw forbidden('A key may hold only rights that you have yourself on this platform.');
      const key = newToken('ick_');
      const at = clock();
      const createdBy = caller.onBehalfOf ?? caller.name;
      const kept = { id: newId(), name, customerId, scopes, createdBy, createdAt: at, lastUsedAt: null };
      await accounts.keepApiKey({ ...kept, hash: hashToken(key) }, { at, actor: caller.name });
      return { status: 201, body: { ...show(kept), scopes, key } };
    },
    revokeApiKey: async ({ path: { id }, caller }) => {
      const key = (await accounts.listApiKeys()).find((one) => one.id === id && manages(caller, one));
      const revoked = key !== undefined && (await accounts.revokeApiKey(id, { at: clock(), actor: caller.name }));
      if (!revoked) throw new Failure('invalid', 'NOT_FOUND', 'There is no such API key.');
      return { status: 204, body: undefined };
    },
  };
}

function manages({ grants }: AdminCaller, { customerId }: ApiKey): boolean {
  return may(grants, 'keys.manage', customerId);
}
