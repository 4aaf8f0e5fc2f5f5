import { type PlatformRegistry } from './platform-registry.ts';
import { type Platform } from './platform.ts';

/**
 * What follows from all platforms together: worked out once for every change of them, not at every look. `before` is what
 * was worked out last.
 */
export function derivedFrom<T>(
  { list }: Pick<PlatformRegistry, 'list'>,
  derive: (platforms: readonly Platform[], before: T | undefined) => T,
): () => T {
  let platforms = list();
  let derived = derive(platforms, undefined);
  return () => {
    const current = list();
    if (current !== platforms) {
      derived = derive(current, derived);
      platforms = current;
    }
    return derived;
  };
}
