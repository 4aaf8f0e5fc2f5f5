import { type Person, type PlatformRole } from '../account.ts';
import { type By } from '../account-store.ts';
import { type SignOnConnection, type SignOnConnectionDocument } from './sign-on-connection.ts';

/** What of single sign-on survives a restart. Each method throws STORE_UNAVAILABLE. */
export interface SignOnStore {
  listSignOnConnections(): Promise<readonly SignOnConnection[]>;
  /** The enabled one that speaks for the domain. */
  findSignOnByDomain(domain: string): Promise<SignOnConnection | undefined>;
  /** Audited. Throws `invalid` CONFLICT when another connection has one of the domains. */
  keepSignOnConnection(connection: NewSignOnConnection, by: By): Promise<void>;
  /** Audited. Also ends the sessions that would not be made any more. Throws `invalid` CONFLICT as above. */
  changeSignOnConnection(before: SignOnConnection, after: SignOnConnectionDocument, by: By): Promise<void>;
  /** Audited. */
  replaceSignOnSecret(connection: SignOnConnection, clientSecret: string, by: By): Promise<void>;
  /** Audited. Its sessions and links go with it. */
  deleteSignOnConnection(connection: SignOnConnection, by: By): Promise<void>;
  signOnSecretOf(connectionId: string): Promise<string>;

  /** Remembers that a browser went to the provider. */
  keepSignOnBegun(begun: { tokenHash: Buffer; connectionId: string; now: Date; endsAt: Date }): Promise<void>;
  /** The connection it was begun with, once, while it has not ended and the connection is enabled. */
  takeSignOnBegun(tokenHash: Buffer, now: Date): Promise<SignOnConnection | undefined>;
  readSignOnFacts(asked: SignOnAsked): Promise<SignOnFacts>;
  /** Links or creates as decided, starts the session, all audited. Throws SIGN_ON_REFUSED when overtaken. */
  enterBySignOn(entering: SignOnEntering, by: By): Promise<void>;
  /** A refusal that somebody may ask about. Audited without whom it met. */
  noteSignOnRefused(connection: SignOnConnection, cause: string, at: Date): Promise<void>;
}

export interface NewSignOnConnection extends SignOnConnection {
  readonly clientSecret: string;
}

interface SignOnAsked {
  readonly connectionId: string;
  readonly subject: string;
  readonly email: string | undefined;
  readonly now: Date;
}

/** What is known of who comes. */
export interface SignOnFacts {
  /** Whose login at the provider this is. */
  readonly linked: Person | undefined;
  /** Who has the verified address. */
  readonly ofEmail: Person | undefined;
  /** Whether the account of that address belongs to another login of the same connection. */
  readonly linkedOtherwise: boolean;
  /** The newest open invitation of that address, operators' aside. */
  readonly invitation: { readonly tokenHash: Buffer; readonly roles: readonly PlatformRole[] } | undefined;
}

export interface SignOnEntering {
  readonly connection: SignOnConnection;
  readonly subject: string;
  readonly tokenHash: Buffer;
  readonly person: SignOnPerson;
}

/** Who comes in: known by the login, known by the address, or new. */
export type SignOnPerson =
  | { readonly how: 'linked' | 'by-email'; readonly id: string; readonly email: string }
  | {
      readonly how: 'new';
      readonly id: string;
      readonly email: string;
      readonly name: string;
      readonly roles: readonly PlatformRole[];
      readonly invitationHash: Buffer | undefined;
      /** Of secrets that nobody knows. */
      readonly passwordHash: string;
      readonly totpSecret: string;
    };
