import { type Grant, type Right, type Role } from './rights.ts';

export interface PlatformRole {
  readonly customerId: string;
  readonly role: Role;
}

/** Somebody who may sign in. */
export interface Person {
  readonly id: string;
  /** Lower case; the name to sign in with. */
  readonly email: string;
  readonly name: string;
  readonly operator: boolean;
  readonly roles: readonly PlatformRole[];
  readonly disabled: boolean;
  readonly createdAt: Date;
}

/** A person with what sign-in is checked against. */
export interface PersonSecrets extends Person {
  readonly passwordHash: string;
  /** Base32. */
  readonly totpSecret: string;
}

export interface Invitation {
  /** Null for the first operator, who says it on accepting. */
  readonly email: string | null;
  readonly operator: boolean;
  readonly roles: readonly PlatformRole[];
  readonly totpSecret: string;
  readonly expiresAt: Date;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly customerId: string | null;
  readonly scopes: readonly Right[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

interface CallerSession {
  readonly person: Person;
  /** False: by single sign-on. */
  readonly byPassword: boolean;
  readonly tokenHash: Buffer;
  readonly csrfToken: string;
}

/** Who calls the admin API: how the audit log names them, and what they may do. */
export interface Caller {
  readonly name: string;
  readonly grants: readonly Grant[];
  /** Of an API key: who made it, or made the key that made it. */
  readonly onBehalfOf?: string;
  /** Only with a console session. */
  readonly session?: CallerSession;
}
