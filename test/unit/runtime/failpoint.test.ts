import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../src/runtime/config.ts';
import { createFailpoint, failpointNames, toFailpoint } from '../../../src/runtime/failpoint.ts';

describe('a failpoint', () => {
  it.each(['accept.after', 'accept.after@0', 'accept.middle@1', '@1', 'accept.after@1,2', ''])(
    'is not read from %j',
    (text) => {
      expect(toFailpoint(text)).toBeUndefined();
    },
  );

  it.each(failpointNames)('may be at %s', (name) => {
    expect(toFailpoint(`${name}@12`)).toEqual({ name, passing: 12 });
  });

  it('strikes once, at the passing that it names, counted from when it was armed', () => {
    const strikes: number[] = [];
    let passings = 0;
    const { arm, pass } = createFailpoint({ name: 'accept.after', passing: 2 }, () => strikes.push(passings));
    const passOnce = (): void => {
      passings += 1;
      pass('accept.after');
      pass('accept.before');
    };

    for (let times = 0; times < 5; times += 1) passOnce();
    arm();
    for (let times = 0; times < 5; times += 1) passOnce();

    expect(strikes).toEqual([7]);
  });

  it('is off unless the environment names one, and a misspelt one stops the start', () => {
    expect(readConfig({}).failpoint).toBeUndefined();
    expect(() => readConfig({ FAILPOINT: 'accept.afterwards@1' })).toThrow(/FAILPOINT must be a place and a passing/);
  });
});
