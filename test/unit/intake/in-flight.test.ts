import { describe, expect, it } from '@jest/globals';
import { createInFlight } from '../../../src/intake/in-flight.ts';

describe('equal work under way', () => {
  it('is done once, and everybody gets its result', async () => {
    const inFlight = createInFlight<number>();
    const { promise, resolve } = Promise.withResolvers<number>();
    let done = 0;
    const work = () => ((done += 1), promise);

    const asked = [inFlight('a', work), inFlight('a', work), inFlight('b', () => Promise.resolve(2))];
    resolve(1);

    expect(asked.map(({ role }) => role)).toEqual(['leader', 'follower', 'leader']);
    expect(await Promise.all(asked.map(({ result }) => result))).toEqual([1, 1, 2]);
    expect(done).toBe(1);
  });

  it('is forgotten when it ends, well or badly', async () => {
    const inFlight = createInFlight<number>();
    const failing = inFlight('a', () => Promise.reject(new Error('no')));
    await expect(failing.result).rejects.toThrow('no');

    expect(await inFlight('a', () => Promise.resolve(3)).result).toBe(3);
  });
});
