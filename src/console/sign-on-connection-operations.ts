import { may } from '../accounts/rights.ts';
import { withSecret } from '../accounts/sign-on/sign-on.ts';
import { type SignOnConnection, type SignOnConnectionDocument } from '../accounts/sign-on/sign-on-connection.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { Failure, toFailure } from '../runtime/failure.ts';
import { type AccountParts } from './account-parts.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { show } from './show.ts';

type ConnectionOperations = Pick<
  operations,
  | 'listSignOnConnections'
  | 'createSignOnConnection'
  | 'putSignOnConnection'
  | 'deleteSignOnConnection'
  | 'replaceSignOnSecret'
  | 'testSignOnConnection'
>;
type Parts = AccountParts & Pick<OperatorParts, 'platforms' | 'checkUrl'>;

/** The OpenID Connect providers of customers. */
export function signOnConnectionOperations(parts: Parts): Handlers<ConnectionOperations, AdminCaller> {
  const { signOns, clock, newId } = parts;
  const byNow = (caller: AdminCaller) => ({ at: clock(), actor: caller.name });
  return {
    listSignOnConnections: async ({ caller }) => {
      const items = show(await listSeen(caller, parts));
      return { status: 200, body: { items, redirectUri: redirectUriOf(parts.publicUrl) } };
    },
    createSignOnConnection: async ({ body: { clientSecret, ...document }, caller }) => {
      await requireUsable(document, parts);
      const by = byNow(caller);
      const connection = { ...document, id: newId(), createdAt: by.at, secretReplacedAt: by.at };
      await signOns.keepSignOnConnection({ ...connection, clientSecret }, by);
      return { status: 201, body: show(connection) };
    },
    putSignOnConnection: async ({ path: { id }, body, caller }) => {
      const before = await find(id, caller, parts);
      await requireUsable(body, parts);
      await signOns.changeSignOnConnection(before, body, byNow(caller));
      return { status: 200, body: show(await find(id, caller, parts)) };
    },
    deleteSignOnConnection: async ({ path: { id }, caller }) => {
      await signOns.deleteSignOnConnection(await find(id, caller, parts), byNow(caller));
      return { status: 204, body: undefined };
    },
    replaceSignOnSecret: async ({ path: { id }, body: { clientSecret }, caller }) => {
      await signOns.replaceSignOnSecret(await find(id, caller, parts), clientSecret, byNow(caller));
      return { status: 204, body: undefined };
    },
    testSignOnConnection: async ({ path: { id }, caller }) => {
      const body = await test(await find(id, caller, parts), parts);
      return { status: 200, body };
    },
  };
}

async function listSeen(caller: AdminCaller, { signOns }: Parts): Promise<SignOnConnection[]> {
  return (await signOns.listSignOnConnections()).filter((connection) => managesAll(caller, connection));
}

async function find(id: string, caller: AdminCaller, parts: Parts): Promise<SignOnConnection> {
  const found = (await listSeen(caller, parts)).find((connection) => connection.id === id);
  if (found === undefined) throw new Failure('invalid', 'NOT_FOUND', 'There is no such sign-on connection.');
  return found;
}

async function test(connection: SignOnConnection, { signOns, signOnProvider }: Parts) {
  try {
    const keys = await signOnProvider.countKeys(await withSecret(connection, signOns));
    return { works: true, detail: `The provider answers and has ${keys} ${keys === 1 ? 'key' : 'keys'}.` };
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (!failure.code.startsWith('SIGN_ON_')) throw failure;
    return { works: false, detail: detailOf(failure) };
  }
}

/** Where providers send browsers back to: a page of the console. */
export function redirectUriOf(publicUrl: string): string {
  return `${publicUrl}/console/sign-on`;
}

/** What happens to a connection happens on all of its platforms. */
function managesAll({ grants }: AdminCaller, { customerIds }: SignOnConnection): boolean {
  return customerIds.every((customerId) => may(grants, 'people.manage', customerId));
}

async function requireUsable({ issuer, customerIds }: SignOnConnectionDocument, { platforms, checkUrl }: Parts) {
  try {
    checkUrl(issuer);
  } catch (thrown) {
    throw unusable(`issuer: ${toFailure(thrown).message}`);
  }
  for (const customerId of customerIds)
    if ((await platforms.getPlatform(customerId)) === undefined) throw unusable(`There is no platform ${customerId}.`);
}

function unusable(sentence: string): Failure {
  return new Failure('invalid', 'INVALID_REQUEST', sentence);
}

/** For who sets it up, not for who signs in. */
function detailOf({ code, facts }: Failure): string {
  const { cause = code } = facts;
  if (code === 'SIGN_ON_UNAVAILABLE') return `The provider does not answer (${cause}). Try again in some minutes.`;
  return `The provider cannot be used (${cause}). Is the issuer written exactly as its description names it?`;
}
