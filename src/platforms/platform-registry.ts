import { type Platform } from './platform.ts';

/** Where the registry learns of platforms. */
export interface PlatformSource {
  /** Every platform with a stamp of its own, which differs for every change of it. */
  loadPlatforms(): Promise<readonly { readonly platform: Platform; readonly stamp: string }[]>;
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
  let byId = new Map<string, { readonly platform: Platform; readonly stamp: string }>();
  let list: readonly Platform[] = [];
  let reloading: Promise<void> | undefined;

  async function reload(): Promise<void> {
    const newStamp = await source.platformsStamp();
    if (newStamp === stamp) return;
    const loaded = await source.loadPlatforms();
    const current = loaded.map((fresh) => {
      const known = byId.get(fresh.platform.customerId);
      return known?.stamp === fresh.stamp ? known : fresh;
    });
    byId = new Map(current.map((each) => [each.platform.customerId, each]));
    list = current.map(({ platform }) => platform);
    stamp = newStamp;
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
