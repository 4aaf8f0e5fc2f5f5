import { createRequire } from 'node:module';

type ToPattern = (path: unknown, options?: object) => unknown;

interface PathToRegexp {
  pathToRegexp: ToPattern;
}

let isRemembering = false;

/**
 * The validator makes the pattern of every route it passes anew for every request: on a contract with thirty routes that
 * costs more than all the rest of the validation. Its patterns depend on route and options only, so each is made once.
 * Where the validator's copy of `path-to-regexp` cannot be changed, nothing is remembered and all works as before.
 */
export function rememberPathPatterns(): void {
  if (isRemembering) return;
  isRemembering = true;
  const ofValidator = createRequire(createRequire(import.meta.url).resolve('express-openapi-validator'));
  const library = ofValidator('path-to-regexp') as PathToRegexp;
  library.pathToRegexp = remembering(library.pathToRegexp);
}

/** The same function for plain routes, which come from our contracts and are few; anything else is passed on. */
export function remembering(toPattern: ToPattern): ToPattern {
  const known = new Map<string, unknown>();
  return (path, options = {}) => {
    if (typeof path !== 'string') return toPattern(path, options);
    const { sensitive, strict, ...others } = options as Record<string, unknown>;
    if (Object.keys(others).length > 0) return toPattern(path, options);
    const key = `${String(sensitive)} ${String(strict)} ${path}`;
    const pattern = known.get(key) ?? toPattern(path, options);
    known.set(key, pattern);
    return pattern;
  };
}
