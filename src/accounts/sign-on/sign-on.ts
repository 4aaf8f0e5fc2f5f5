import { Failure } from '../../runtime/failure.ts';
import { hashPassword } from '../password.ts';
import { hashToken, newToken } from '../secret-token.ts';
import { newTotpSecret } from '../totp.ts';
import { admit, type Admission } from './admit.ts';
import { domainOf, type ProviderIdentity, type SignOnConnection } from './sign-on-connection.ts';
import { type SignOnProvider } from './sign-on-provider.ts';
import { signOnRefused } from './sign-on-refused.ts';
import { signOnSecretsOf } from './sign-on-secrets.ts';
import { type SignOnPerson, type SignOnStore } from './sign-on-store.ts';

/** How long somebody may take at the provider. */
export const SIGN_ON_MS = 10 * 60_000;

export interface SignOnParts {
  readonly signOns: SignOnStore;
  readonly signOnProvider: SignOnProvider;
  readonly clock: () => Date;
  readonly newId: () => string;
}

/**
 * Answers where to send the browser, and the secret that its cookie has to bring back.
 *
 * @throws Failure NOT_FOUND (no connection speaks for the address), SIGN_ON_UNAVAILABLE, SIGN_ON_UNUSABLE.
 */
export async function beginSignOn(email: string, { signOns, signOnProvider, clock }: SignOnParts) {
  const connection = await signOns.findSignOnByDomain(domainOf(email));
  if (connection === undefined) {
    const sentence = 'There is no single sign-on for this address. Sign in with your password, or ask your operator.';
    throw new Failure('invalid', 'NOT_FOUND', sentence);
  }
  const token = newToken();
  const client = await withSecret(connection, signOns);
  const url = await signOnProvider.authorizationUrl(client, { secrets: signOnSecretsOf(token), email });
  const now = clock();
  const endsAt = new Date(now.getTime() + SIGN_ON_MS);
  await signOns.keepSignOnBegun({ tokenHash: hashToken(token), connectionId: connection.id, now, endsAt });
  return { token, url };
}

/**
 * Takes the query that the provider sent the browser back with, and answers a session's token.
 *
 * @throws Failure SIGN_ON_REFUSED with the sentence for the person, SIGN_ON_UNAVAILABLE, SIGN_ON_UNUSABLE.
 */
export async function finishSignOn(tried: { token: string | undefined; query: string }, parts: SignOnParts) {
  const { signOns, signOnProvider, clock } = parts;
  const { token, query } = tried;
  if (token === undefined) throw signOnRefused('not-begun', 'no cookie');
  const secrets = signOnSecretsOf(token);
  // Before anything is used up: a link from elsewhere must not end what this browser has begun.
  if (new URLSearchParams(query).get('state') !== secrets.state) throw signOnRefused('not-begun', 'another state');
  const connection = await signOns.takeSignOnBegun(hashToken(token), clock());
  if (connection === undefined) throw signOnRefused('not-begun', 'used or too late');
  const client = await withSecret(connection, signOns);
  return enter(connection, await signOnProvider.identify(client, { secrets, query }), parts);
}

export async function withSecret(connection: SignOnConnection, signOns: SignOnStore) {
  return { ...connection, clientSecret: await signOns.signOnSecretOf(connection.id) };
}

async function enter(connection: SignOnConnection, identity: ProviderIdentity, parts: SignOnParts): Promise<string> {
  const { signOns, clock } = parts;
  const now = clock();
  const { subject, email } = identity;
  const facts = await signOns.readSignOnFacts({ connectionId: connection.id, subject, email, now });
  const admission = admit(connection, identity, facts);
  if (admission.next === 'refuse') {
    await signOns.noteSignOnRefused(connection, admission.cause, now);
    throw signOnRefused(admission.cause);
  }
  const person = await toPerson(admission, identity, parts);
  const token = newToken();
  const entering = { connection, subject, tokenHash: hashToken(token), person };
  await signOns.enterBySignOn(entering, { at: now, actor: person.email });
  return token;
}

/** Somebody new gets a password and a second factor that nobody knows: the provider alone lets them in. */
async function toPerson(
  admission: Exclude<Admission, { next: 'refuse' }>,
  identity: ProviderIdentity,
  { newId }: SignOnParts,
): Promise<SignOnPerson> {
  if (admission.next === 'enter') return { how: admission.how, id: admission.person.id, email: admission.person.email };
  const { email, roles, invitationHash } = admission;
  const secrets = { passwordHash: await hashPassword(newToken()), totpSecret: newTotpSecret() };
  return { how: 'new', id: newId(), email, name: identity.name ?? email, roles, invitationHash, ...secrets };
}
