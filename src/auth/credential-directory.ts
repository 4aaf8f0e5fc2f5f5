import { createSecretKey, hash, type KeyObject } from 'node:crypto';
import { pointerToInbound } from '../platforms/inbound-credentials.ts';
import { asList, type Platform } from '../platforms/platform.ts';
import {
  createCredentialIndex,
  type Candidates,
  type CredentialIndex,
  type HeldSecret,
  type Holding,
} from './credential-index.ts';
import { toTokenKey, type TokenKey } from './token-format.ts';

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

/** Who holds which inbound credential. Never changes: a changed platform makes a new directory. */
export interface CredentialDirectory {
  readonly basic: (username: string) => Candidates<HeldPassword>;
  readonly hmac: (user: string) => Candidates<HeldKey>;
  readonly oauth2: (clientId: string) => Candidates<HeldClientSecret>;
  /**
   * The directory of these platforms. Only what stands under a name of a platform that came, went or is another object
   * than before is made anew: one change among thousands costs little.
   */
  readonly renewed: (platforms: readonly Platform[]) => CredentialDirectory;
}

interface Indexes {
  readonly basic: CredentialIndex<HeldPassword>;
  readonly hmac: CredentialIndex<HeldKey>;
  readonly oauth2: CredentialIndex<HeldClientSecret>;
}

/**
 * Indexes the inbound credentials of all platforms by name. A name may stand in several platforms, each with its own
 * secret or with the same one. Platforms that are not enabled are in it too: who calls, and whether they are served,
 * are two questions.
 */
export function createCredentialDirectory(platforms: readonly Platform[]): CredentialDirectory {
  const empty = toDirectory(new Set(), {
    basic: createCredentialIndex({ holdingsOf: passwordsOf, hold: holdPassword }),
    hmac: createCredentialIndex({ holdingsOf: keysOf, hold: holdKey }),
    oauth2: createCredentialIndex({ holdingsOf: clientSecretsOf, hold: holdClientSecret }),
  });
  return empty.renewed(platforms);
}

/** The candidate that fits, if any does. All are tried, whichever fits, so that the time tells nothing. */
export function findFitting<T>(candidates: Candidates<T>, fits: (candidate: T) => boolean): T | undefined {
  const [fitting] = candidates.secrets.filter(fits);
  return fitting;
}

function toDirectory(before: ReadonlySet<Platform>, { basic, hmac, oauth2 }: Indexes): CredentialDirectory {
  return {
    basic: basic.find,
    hmac: hmac.find,
    oauth2: oauth2.find,
    renewed(platforms) {
      const current = new Set(platforms);
      const gone = [...before].filter((platform) => !current.has(platform));
      const change = { platforms, touched: [...gone, ...platforms.filter((platform) => !before.has(platform))] };
      return toDirectory(current, {
        basic: basic.renewed(change),
        hmac: hmac.renewed(change),
        oauth2: oauth2.renewed(change),
      });
    },
  };
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
