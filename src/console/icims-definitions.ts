import { LRUCache } from 'lru-cache';
import { type CallContext, type Icims, type ProfileType, type SchemaField } from '../icims/icims.ts';
import { type ListNode } from '../icims/value-shapes.ts';
import { type Platform } from '../platforms/platform.ts';

/** A field's list, and what can be chosen in it; `list` is null when iCIMS does not tell it. */
export interface FieldNodes {
  readonly list: string | null;
  readonly items: readonly ListNode[];
}

/** What a platform is made of, as iCIMS tells it. Throws `Failure` as the iCIMS port does. */
export interface IcimsDefinitions {
  fields(platform: Platform, profile: ProfileType): Promise<readonly SchemaField[]>;
  /** Of `field`, or of `collection.field`. */
  nodes(platform: Platform, profile: ProfileType, field: string): Promise<FieldNodes>;
}

const KEPT_MS = 5 * 60_000;
const MAX_KEPT = 2_000;
const DEADLINE_MS = 15_000;

/** Keeps answers for a while: whoever sets a platform up turns pages, and each call is one of the customer's scarce ones. */
export function createIcimsDefinitions(icims: Icims): IcimsDefinitions {
  const kept = new LRUCache<string, Promise<unknown>>({ max: MAX_KEPT, ttl: KEPT_MS });

  /** A failure is not kept: whoever has mended something asks again. */
  function once<T>({ customerId, version }: Platform, what: string, ask: () => Promise<T>): Promise<T> {
    const key = `${customerId} ${version} ${what}`;
    const known = kept.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const asked = ask();
    kept.set(key, asked);
    asked.catch(() => kept.delete(key));
    return asked;
  }

  const fields: IcimsDefinitions['fields'] = (platform, profile) =>
    once(platform, `schema ${profile}`, () => icims.readSchema(platform, profile, call()));
  return {
    fields,
    async nodes(platform, profile, field) {
      const list = find(field, await fields(platform, profile))?.list ?? null;
      if (list === null) return { list, items: [] };
      const items = await once(platform, `list ${list}`, () => icims.readNodes(platform, list, call()));
      return { list, items };
    },
  };
}

/** Live traffic has its reserve of the daily allowance: setting up waits until tomorrow before it touches that. */
function call(): CallContext {
  return { signal: AbortSignal.timeout(DEADLINE_MS), priority: 'background' };
}

function find(path: string, fields: readonly SchemaField[]): SchemaField | undefined {
  const [root, child] = path.split('.');
  const found = fields.find(({ id }) => id === root);
  return child === undefined ? found : found?.fields.find(({ id }) => id === child);
}
