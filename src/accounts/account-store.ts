import { type ApiKey, type Invitation, type Person, type PersonSecrets, type PlatformRole } from './account.ts';

/** Who is written into the audit entry of a change. */
export interface By {
  readonly at: Date;
  readonly actor: string;
}

interface NewSession {
  readonly tokenHash: Buffer;
  readonly personId: string;
  readonly at: Date;
  /** Undefined: by password. */
  readonly signOnConnectionId?: string;
}

/** What of people, sessions, invitations and API keys survives a restart. Each method throws STORE_UNAVAILABLE. */
export interface AccountStore {
  hasPeople(): Promise<boolean>;
  findByEmail(email: string): Promise<PersonSecrets | undefined>;
  listPeople(): Promise<readonly Person[]>;
  getPerson(id: string): Promise<Person | undefined>;
  /** Replaces the roles on these platforms, or all when `platforms` is undefined. Audited. */
  changePerson(change: PersonChange, by: By): Promise<void>;

  /** Audited, but for the first operator's. */
  keepInvitation(tokenHash: Buffer, invitation: Invitation, by: By): Promise<void>;
  /** Only while it is open: not used, not expired; the first operator's only while there are no people. */
  findInvitation(tokenHash: Buffer, now: Date): Promise<Invitation | undefined>;
  /** Uses the invitation up and makes the account and its first session. False when somebody else was first. */
  acceptInvitation(accepted: AcceptedInvitation, by: By): Promise<'created' | 'used-up' | 'email-taken'>;

  /** True once per step of a person: a code is never taken twice. */
  useTotpStep(personId: string, step: number): Promise<boolean>;
  /** True when the code was there; it is gone then. */
  useRecoveryCode(personId: string, codeHash: Buffer): Promise<boolean>;
  startSession(session: NewSession): Promise<void>;
  /**
   * Also moves its last use forward, at most once a minute. Of a session by single sign-on the person is no operator and
   * has roles on the platforms of the connection only.
   */
  findSession(tokenHash: Buffer, since: Since): Promise<FoundSession | undefined>;
  endSession(tokenHash: Buffer): Promise<void>;
  /** The newest first, a hundred at most. */
  listSessions(personId: string, since: Since): Promise<readonly OwnSession[]>;
  /** False when the person has no such session. */
  endSessionOf(personId: string, sessionId: string): Promise<boolean>;
  endOtherSessions(personId: string, tokenHash: Buffer): Promise<void>;
  /** Ends every session of the person and starts the new one. Audited. False when `before` is not the hash any more. */
  changePassword(change: NewPassword, by: By): Promise<boolean>;

  keepApiKey(key: ApiKey & { readonly hash: Buffer }, by: By): Promise<void>;
  listApiKeys(): Promise<readonly ApiKey[]>;
  findApiKey(hash: Buffer): Promise<ApiKey | undefined>;
  revokeApiKey(id: string, by: By): Promise<boolean>;
}

/** Sessions that started or were used before have ended. */
export interface Since {
  readonly started: Date;
  readonly used: Date;
}

interface FoundSession {
  readonly person: Person;
  /** False: by single sign-on. */
  readonly byPassword: boolean;
}

/** A session as its person sees it. */
export interface OwnSession {
  /** Tells sessions apart and opens none. */
  readonly id: string;
  readonly tokenHash: Buffer;
  readonly startedAt: Date;
  readonly usedAt: Date;
  /** The name of the sign-on connection; null: by password. */
  readonly signOn: string | null;
}

export interface NewPassword {
  readonly person: Person;
  /** The hashes. */
  readonly before: string;
  readonly after: string;
  readonly session: NewSession;
}

export interface PersonChange {
  readonly id: string;
  readonly roles?: readonly PlatformRole[] | undefined;
  readonly platforms?: readonly string[] | undefined;
  readonly disabled?: boolean | undefined;
  /** Whoever is signed in has to sign in again. */
  readonly endSessions?: boolean | undefined;
}

export interface AcceptedInvitation {
  readonly tokenHash: Buffer;
  readonly person: PersonSecrets;
  readonly recoveryHashes: readonly Buffer[];
  readonly session: NewSession;
  /** Set for the first operator: refused when there is somebody already. */
  readonly first: boolean;
}
