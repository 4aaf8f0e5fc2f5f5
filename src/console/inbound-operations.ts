import { newToken } from '../accounts/secret-token.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { type CredentialUseStore } from '../platforms/credential-uses.ts';
import { addInbound, inboundNames, pointerToInbound, removeInbound } from '../platforms/inbound-credentials.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { changePlatform } from './put-platform.ts';
import { show } from './show.ts';
import { findPlatform, noPlatform } from './shown-platform.ts';

type InboundOperations = Pick<
  operations,
  'listInboundCredentials' | 'addInboundCredential' | 'revokeInboundCredential'
>;

type Parts = OperatorParts & {
  readonly publicUrl: string;
  readonly credentialUses: Pick<CredentialUseStore, 'lastUses'>;
};

/** The credentials that iCIMS uses towards us: made here, shown once, two at a time while they are changed. */
export function inboundOperations(parts: Parts): Handlers<InboundOperations, AdminCaller> {
  return {
    listInboundCredentials: async ({ path }) => ({
      status: 200,
      body: show({ ...addressesOf(parts), items: await listHeld(path.customerId, parts) }),
    }),
    addInboundCredential: async ({ path, body: { kind }, header, caller }) => {
      const secret = newToken();
      let added: ReturnType<typeof addInbound> | undefined;
      await changePlatform(
        path.customerId,
        (before) => {
          if (before === undefined) throw noPlatform();
          added = addInbound(before, kind, secret);
          const action = added.rotated ? 'credential.rotated' : 'credential.created';
          return { document: added.document, action, detail: { kind, name: added.name } };
        },
        { ifMatch: header('If-Match'), caller },
        parts,
      );
      return { status: 201, body: { kind, name: added?.name ?? '', secret, ...addressesOf(parts) } };
    },
    revokeInboundCredential: async ({ path, body: { kind, position }, header, caller }) => {
      await changePlatform(
        path.customerId,
        (before) => {
          if (before === undefined) throw noPlatform();
          const document = removeInbound(before, kind, position);
          return { document, action: 'credential.revoked', detail: { kind, position } };
        },
        { ifMatch: header('If-Match'), caller },
        parts,
      );
      return { status: 204, body: undefined };
    },
  };
}

/** By name, with their last use: so one sees when iCIMS no longer comes with the older of two. */
async function listHeld(customerId: string, parts: Parts) {
  const { inbound } = await findPlatform(customerId, parts);
  const lastUses = await parts.credentialUses.lastUses(customerId);
  return inboundNames(inbound).map((one) => ({
    ...one,
    lastUsedAt: lastUses.get(pointerToInbound(inbound, one)) ?? null,
  }));
}

/** What is typed into iCIMS beside a credential. */
function addressesOf({ publicUrl }: Pick<Parts, 'publicUrl'>) {
  return { eventsUrl: `${publicUrl}/icims/v1/events`, tokenUrl: `${publicUrl}/oauth/token` };
}
