import { createSecretKey, hash, randomBytes, type KeyObject } from 'node:crypto';
import { pointerToInbound } from '../platforms/inbound-credentials.ts';
import { asList, type Platform } from '../platforms/platform.ts';
import { toTokenKey, type TokenKey } from './token-format.ts';

/** A secret, and the platforms that hold it under one name. */
interface HeldSecret {
  readonly customerIds: ReadonlySet<string>;
  /** By platform: the JSON pointer to it in the document. */
  readonly pointers: ReadonlyMap<string, string>;
}

interface HeldPassword extends HeldSecret {
  /** SHA-256 of the password. */
  readonly digest: Buffer;
}

interface HeldKey extends HeldSecret {
  readonly key: KeyObject;
}

export interface HeldClientSecret extends HeldSecret {
  /** SHA-256 of the client secret. */
  readonly digest: Buffer;
  readonly tokenKey: () => TokenKey;
}

/** The secrets to try for a name. Never fewer than two, so that an unknown name takes as long as a known one. */
interface Candidates<T> {
  readonly known: boolean;
  readonly secrets: readonly T[];
}

/** Who holds which inbound credential. Never changes: a changed platform makes a new directory. */
export interface CredentialDirectory {
  readonly basic: (username: string) => Candidates<HeldPassword>;
  readonly hmac: (user: string) => Candidates<HeldKey>;
  readonly oauth2: (clientId: string) => Candidates<HeldClientSecret>;
}

interface Holding {
  readonly customerId: string;
  readonly name: string;
  readonly secret: string;
  readonly pointer: string;
}

type Hold<T> = (secret: string, holders: HeldSecret) => T;

/**
 * Indexes the inbound credentials of all platforms by name. A name may stand in several platforms, each with its own
 * secret or with the same one. Platforms that are not enabled are in it too: who calls, and whether they are served,
 * are two questions.
 */
export function createCredentialDirectory(platforms: readonly Platform[]): CredentialDirectory {
  return {
    basic: indexByName(platforms.flatMap(passwordsOf), holdPassword),
    hmac: indexByName(platforms.flatMap(keysOf), holdKey),
    oauth2: indexByName(platforms.flatMap(clientSecretsOf), holdClientSecret),
  };
}

/** The candidate that fits, if any does. All are tried, whichever fits, so that the time tells nothing. */
export function findFitting<T>(candidates: Candidates<T>, fits: (candidate: T) => boolean): T | undefined {
  const [fitting] = candidates.secrets.filter(fits);
  return fitting;
}

function indexByName<T>(holdings: readonly Holding[], hold: Hold<T>): (name: string) => Candidates<T> {
  const decoys = [createDecoy(hold), createDecoy(hold)];
  const unknown: Candidates<T> = { known: false, secrets: decoys };
  const known = new Map<string, Candidates<T>>();
  for (const [name, ofName] of Map.groupBy(holdings, (holding) => holding.name)) {
    const secrets = holdEach(ofName, hold);
    known.set(name, { known: true, secrets: [...secrets, ...decoys.slice(secrets.length)] });
  }
  return (name) => known.get(name) ?? unknown;
}

function holdEach<T>(ofName: readonly Holding[], hold: Hold<T>): T[] {
  const bySecret = Map.groupBy(ofName, (holding) => holding.secret);
  return Array.from(bySecret, ([secret, same]) => hold(secret, toHolders(same)));
}

function toHolders(same: readonly Holding[]): HeldSecret {
  const pointers = new Map(same.map(({ customerId, pointer }) => [customerId, pointer]));
  return { customerIds: new Set(pointers.keys()), pointers };
}

function createDecoy<T>(hold: Hold<T>): T {
  return hold(randomBytes(32).toString('base64'), toHolders([]));
}

function holdPassword(secret: string, holders: HeldSecret): HeldPassword {
  return { ...holders, digest: hash('sha256', secret, 'buffer') };
}

function holdKey(secret: string, holders: HeldSecret): HeldKey {
  return { ...holders, key: createSecretKey(secret, 'utf8') };
}

function holdClientSecret(secret: string, holders: HeldSecret): HeldClientSecret {
  let derived: TokenKey | undefined;
  // Deriving costs more than all the rest of the index, and most clients are idle at any time.
  const tokenKey = (): TokenKey => (derived ??= toTokenKey(secret));
  return { ...holders, digest: hash('sha256', secret, 'buffer'), tokenKey };
}

function passwordsOf({ customerId, inbound }: Platform): Holding[] {
  return asList(inbound.basic).map(({ username, password }, position) => {
    const pointer = pointerToInbound(inbound, { kind: 'basic', position });
    return { customerId, name: username, secret: password, pointer };
  });
}

function keysOf({ customerId, inbound }: Platform): Holding[] {
  return asList(inbound.hmac).map(({ user, key }, position) => {
    const pointer = pointerToInbound(inbound, { kind: 'hmac', position });
    return { customerId, name: user, secret: key, pointer };
  });
}

function clientSecretsOf({ customerId, inbound }: Platform): Holding[] {
  return asList(inbound.oauth2).map(({ clientId, clientSecret }, position) => {
    const pointer = pointerToInbound(inbound, { kind: 'oauth2', position });
    return { customerId, name: clientId, secret: clientSecret, pointer };
  });
}
