import { expect, it } from '@jest/globals';
import { firstPageBytes } from '../../support/first-page-bytes.ts';

const MOST_BYTES = 350_000;

it('the first page of the console loads at most 350 kB, compressed', () => {
  const sizes = firstPageBytes();

  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
});
