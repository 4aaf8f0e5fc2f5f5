import { describe, expect, it } from '@jest/globals';
import { remembering } from '../../../src/contract/remember-path-patterns.ts';

describe('patterns of routes', () => {
  it('are made once for a route and its options', () => {
    const made: string[] = [];
    const toPattern = remembering((path) => made.push(String(path)));

    const first = toPattern('/hires/:id', { strict: false });
    const again = toPattern('/hires/:id', { strict: false });
    toPattern('/hires/:id', { strict: true });
    toPattern('/cases/:id', { strict: false });

    expect(again).toBe(first);
    expect(made).toEqual(['/hires/:id', '/hires/:id', '/cases/:id']);
  });

  it.each([
    ['several routes at once', [['/a', '/b'], {}]],
    ['options that nobody here uses', ['/a', { end: false }]],
  ] as const)('are made anew for %s', (_what, [path, options]) => {
    let made = 0;
    const toPattern = remembering(() => (made += 1));

    toPattern(path, options);
    toPattern(path, options);

    expect(made).toBe(2);
  });
});
