import { expect, it } from '@jest/globals';
import { derivedFrom } from '../../../src/platforms/derived-from.ts';
import { type Platform } from '../../../src/platforms/platform.ts';
import { aPlatform } from '../auth/auth-samples.ts';

it('what follows from all platforms is worked out once for each change of them', () => {
  let list: readonly Platform[] = [aPlatform('9001', {}, false)];
  let times = 0;
  const off = derivedFrom({ list: () => list }, (platforms) => {
    times += 1;
    return platforms.filter(({ enabled }) => !enabled).map(({ customerId }) => customerId);
  });

  expect([off(), off()]).toEqual([['9001'], ['9001']]);
  expect(times).toBe(1);

  list = [...list, aPlatform('9002', {}, false)];

  expect([off(), off()]).toEqual([
    ['9001', '9002'],
    ['9001', '9002'],
  ]);
  expect(times).toBe(2);
});
