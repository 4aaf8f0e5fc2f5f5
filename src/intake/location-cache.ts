import { LRUCache } from 'lru-cache';
import { type Profile } from '../icims/icims.ts';
import { type Platform } from '../platforms/platform.ts';

/**
 * Locations change rarely and cost a read of the customer's scarce daily allowance, so they are kept for a while. Jobs
 * are not: the job holds the package that was ordered, and a recruiter who corrects it expects to be believed at once.
 */
export interface LocationCache {
  read(platform: Platform, companyId: string, load: () => Promise<Profile>): Promise<Profile>;
  /** Forgets a platform's locations: the recruiter is about to mend something, perhaps there. */
  forget(platform: Platform): void;
}

const KEPT_MS = 15 * 60_000;
const MAX_PLATFORMS = 5_000;
const MAX_LOCATIONS = 500;

export function createLocationCache(): LocationCache {
  const platforms = new LRUCache<Platform, LRUCache<string, Profile>>({ max: MAX_PLATFORMS });
  return {
    async read(platform, companyId, load) {
      const known = platforms.get(platform)?.get(companyId);
      if (known !== undefined) return known;
      const location = await load();
      const locations = platforms.get(platform) ?? new LRUCache({ max: MAX_LOCATIONS, ttl: KEPT_MS });
      platforms.set(platform, locations.set(companyId, location));
      return location;
    },
    forget: (platform) => void platforms.delete(platform),
  };
}
