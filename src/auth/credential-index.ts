import { randomBytes } from 'node:crypto';
import { type Platform } from '../platforms/platform.ts';

/** A secret, and the platforms that hold it under one name. */
export interface HeldSecret {
  readonly customerIds: ReadonlySet<string>;
  /** By platform: the JSON pointer to it in the document. */
  readonly pointers: ReadonlyMap<string, string>;
}

/** The secrets to try for a name. Never fewer than two, so that an unknown name takes as long as a known one. */
export interface Candidates<T> {
  readonly known: boolean;
  readonly secrets: readonly T[];
}

/** One credential in a platform document. */
export interface Holding {
  readonly customerId: string;
  readonly name: string;
  readonly secret: string;
  readonly pointer: string;
}

/** How credentials of one kind are found in a platform, and how a secret of it is held. */
interface Kind<T> {
  readonly holdingsOf: (platform: Platform) => readonly Holding[];
  readonly hold: (secret: string, holders: HeldSecret) => T;
}

/** What became of the platforms. */
interface Change {
  readonly platforms: readonly Platform[];
  /** Those that came, and those that went as they were. */
  readonly touched: readonly Platform[];
}

/** The credentials of one kind by name. Never changes. */
export interface CredentialIndex<T> {
  readonly find: (name: string) => Candidates<T>;
  /** The index after a change: what stands under a name that no touched platform holds or held stays as it is. */
  readonly renewed: (change: Change) => CredentialIndex<T>;
}

type ByName<T> = ReadonlyMap<string, Candidates<T>>;

/** The index of no platform at all. */
export function createCredentialIndex<T extends HeldSecret>(kind: Kind<T>): CredentialIndex<T> {
  const createDecoy = (): T => kind.hold(randomBytes(32).toString('base64'), toHolders([]));
  return toIndex(new Map(), [createDecoy(), createDecoy()], kind);
}

function toIndex<T extends HeldSecret>(byName: ByName<T>, decoys: readonly T[], kind: Kind<T>): CredentialIndex<T> {
  const unknown: Candidates<T> = { known: false, secrets: decoys };
  return {
    find: (name) => byName.get(name) ?? unknown,
    renewed(change) {
      const renewed = new Map(byName);
      for (const [name, holdings] of touchedHoldings(change, byName, kind)) {
        const secrets = holdEach(holdings, kind);
        if (secrets.length === 0) renewed.delete(name);
        else renewed.set(name, { known: true, secrets: [...secrets, ...decoys.slice(secrets.length)] });
      }
      return toIndex(renewed, decoys, kind);
    },
  };
}

/** Each name that a touched platform holds or held, and who holds it now. */
function touchedHoldings<T extends HeldSecret>(
  { platforms, touched }: Change,
  byName: ByName<T>,
  { holdingsOf }: Kind<T>,
): ReadonlyMap<string, readonly Holding[]> {
  const names = [...new Set(touched.flatMap(holdingsOf).map(({ name }) => name))];
  const others = names.flatMap((name) => byName.get(name)?.secrets ?? []).flatMap((held) => [...held.customerIds]);
  const concerned = new Set([...touched.map(({ customerId }) => customerId), ...others]);
  const holdings = platforms.filter(({ customerId }) => concerned.has(customerId)).flatMap(holdingsOf);
  const now = Map.groupBy(holdings, ({ name }) => name);
  return new Map(names.map((name) => [name, now.get(name) ?? []]));
}

function holdEach<T>(ofName: readonly Holding[], { hold }: Kind<T>): T[] {
  const bySecret = Map.groupBy(ofName, ({ secret }) => secret);
  return Array.from(bySecret, ([secret, same]) => hold(secret, toHolders(same)));
}

function toHolders(same: readonly Holding[]): HeldSecret {
  const pointers = new Map(same.map(({ customerId, pointer }) => [customerId, pointer]));
  return { customerIds: new Set(pointers.keys()), pointers };
}
