import { type components } from '../../contract/generated/admin.ts';

/** What an operator says of a customer's OpenID Connect provider, but for its secret. */
export type SignOnConnectionDocument = components['schemas']['SignOnConnectionDocument'];

/** A customer's provider, and what signing in by it gives. */
export interface SignOnConnection extends SignOnConnectionDocument {
  readonly id: string;
  readonly createdAt: Date;
  readonly secretReplacedAt: Date;
}

/** What the provider says of who signed in there, once its proof was checked. */
export interface ProviderIdentity {
  /** Never changes at one issuer (OpenID Connect Core 1.0, section 5.7). */
  readonly subject: string;
  /** Lower case; undefined unless the provider says that it is verified. */
  readonly email: string | undefined;
  readonly name: string | undefined;
}

/** The domain of an e-mail address, in lower case. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
