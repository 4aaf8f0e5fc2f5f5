import { type Person, type PlatformRole } from '../account.ts';
import { domainOf, type ProviderIdentity, type SignOnConnection } from './sign-on-connection.ts';
import { type RefusedCause } from './sign-on-refused.ts';
import { type SignOnFacts } from './sign-on-store.ts';

/** What becomes of somebody whom the provider vouches for. */
export type Admission =
  | { readonly next: 'enter'; readonly how: 'linked' | 'by-email'; readonly person: Person }
  | {
      readonly next: 'create';
      readonly email: string;
      readonly roles: readonly PlatformRole[];
      readonly invitationHash: Buffer | undefined;
    }
  | { readonly next: 'refuse'; readonly cause: RefusedCause };

/**
 * A login that was here before is known by its subject; one that was not, by a verified address in the connection's
 * domains. Operators reach every platform, so no customer's provider speaks for them.
 */
export function admit(connection: SignOnConnection, identity: ProviderIdentity, facts: SignOnFacts): Admission {
  if (facts.linked !== undefined) return enter(connection, facts.linked, 'linked');
  if (identity.email === undefined) return refuse('not-verified');
  if (!connection.domains.includes(domainOf(identity.email))) return refuse('foreign-domain');
  if (facts.linkedOtherwise) return refuse('other-login');
  return facts.ofEmail === undefined
    ? create(connection, identity.email, facts.invitation)
    : enter(connection, facts.ofEmail, 'by-email');
}

/** Somebody new has the roles of their invitation, else those that the connection gives. */
function create(connection: SignOnConnection, email: string, invitation: SignOnFacts['invitation']): Admission {
  const roles = invitation?.roles ?? rolesOfNew(connection);
  if (roles.length === 0) return refuse('not-invited');
  return { next: 'create', email, roles, invitationHash: invitation?.tokenHash };
}

function enter({ domains }: SignOnConnection, person: Person, how: 'linked' | 'by-email'): Admission {
  if (person.disabled) return refuse('disabled');
  if (person.operator) return refuse('operator');
  return domains.includes(domainOf(person.email)) ? { next: 'enter', how, person } : refuse('foreign-domain');
}

function rolesOfNew({ newPeople, customerIds }: SignOnConnection): readonly PlatformRole[] {
  return newPeople === null ? [] : customerIds.map((customerId) => ({ customerId, role: newPeople }));
}

function refuse(cause: RefusedCause): Admission {
  return { next: 'refuse', cause };
}
