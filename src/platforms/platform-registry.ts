import { type Platform } from './platform.ts';

/** A platform with a stamp of its own, which differs for every change of it. */
interface StampedPlatform {
  readonly platform: Platform;
  readonly stamp: string;
}

/** Where the registry learns of platforms. */
export interface PlatformSource {
  /**
   * What is not as known: platforms that are new or changed, and the ids of those that are gone. `known` holds stamps by
   * customerId. Only what is not as known is read and opened: one change among thousands costs little.
   */
  changedPlatforms(
    known: ReadonlyMap<string, string>,
  ): Promise<{ readonly changed: readonly StampedPlatform[]; readonly gone: readonly string[] }>;
  /** Changes whenever any platform does; cheap to ask. */
  platformsStamp(): Promise<string>;
}

/** The platforms as this process knows them. An unchanged platform stays the same object over reloads. */
export interface PlatformRegistry {
  get(customerId: string): Platform | undefined;
  /** The same list object until something changes. */
  list(): readonly Platform[];
  /** Takes over what changed, if anything did. One reload at a time. */
  refresh(): Promise<void>;
}

/** An empty registry: call `refresh` before use, on every notice of a change, and now and then for notices that were lost. */
export function createPlatformRegistry(source: PlatformSource): PlatformRegistry {
  let stamp = '';
  let byId: ReadonlyMap<string, StampedPlatform> = new Map();
  let list: readonly Platform[] = [];
  let reloading: Promise<void> | undefined;

  async function reload(): Promise<void> {
    const newStamp = await source.platformsStamp();
    if (newStamp === stamp) return;
    const known = new Map(Array.from(byId, ([customerId, each]) => [customerId, each.stamp]));
    const { changed, gone } = await source.changedPlatforms(known);
    if (changed.length > 0 || gone.length > 0) takeOver(changed, gone);
    stamp = newStamp;
  }

  function takeOver(changed: readonly StampedPlatform[], gone: readonly string[]): void {
    const current = new Map(byId);
    for (const customerId of gone) current.delete(customerId);
    for (const each of changed) current.set(each.platform.customerId, each);
    byId = current;
    list = Array.from(current.values(), ({ platform }) => platform);
  }

  return {
    get: (customerId) => byId.get(customerId)?.platform,
    list: () => list,
    refresh() {
      // A change may come while a reload reads: whoever asks then gets the reload after it.
      const before = reloading;
      const mine = (before ?? Promise.resolve()).catch(() => undefined).then(reload);
      reloading = mine;
      return mine;
    },
  };
}
