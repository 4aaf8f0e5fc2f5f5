import { type Platform } from './platform.ts';

/** Where the registry learns of platforms. */
export interface PlatformSource {
  loadPlatforms(): Promise<readonly Platform[]>;
  /** Changes whenever any platform does; cheap to ask. */
  platformsStamp(): Promise<string>;
}

/** The platforms as this process knows them. An unchanged platform stays the same object over reloads. */
export interface PlatformRegistry {
  get(customerId: string): Platform | undefined;
  /** The same list object until something changes. */
  list(): readonly Platform[];
  /** Takes over what changed, if anything did. Calls at once share one reload. */
  refresh(): Promise<void>;
}

/** An empty registry: call `refresh` before use, on every notice of a change, and now and then for notices that were lost. */
export function createPlatformRegistry(source: PlatformSource): PlatformRegistry {
  let stamp = '';
  let byId = new Map<string, Platform>();
  let list: readonly Platform[] = [];
  let reloading: Promise<void> | undefined;
  let again = false;

  async function reload(): Promise<void> {
    do {
      again = false;
      const newStamp = await source.platformsStamp();
      if (newStamp === stamp) continue;
      const loaded = await source.loadPlatforms();
      list = loaded.map((platform) => {
        const known = byId.get(platform.customerId);
        return known?.version === platform.version ? known : platform;
      });
      byId = new Map(list.map((platform) => [platform.customerId, platform]));
      stamp = newStamp;
    } while (again);
  }

  return {
    get: (customerId) => byId.get(customerId),
    list: () => list,
    refresh() {
      again = true;
      reloading ??= reload().finally(() => (reloading = undefined));
      return reloading;
    },
  };
}
