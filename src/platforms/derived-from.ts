import { type PlatformRegistry } from './platform-registry.ts';
import { type Platform } from './platform.ts';

/** What follows from all platforms together: worked out once for every change of them, not at every look. */
export function derivedFrom<T>(
  { list }: Pick<PlatformRegistry, 'list'>,
  derive: (platforms: readonly Platform[]) => T,
): () => T {
  let platforms = list();
  let derived = derive(platforms);
  return () => {
    const current = list();
    if (current !== platforms) {
      derived = derive(current);
      platforms = current;
    }
    return derived;
  };
}
