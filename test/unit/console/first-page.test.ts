import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUILT = new URL('../../../build/', import.meta.url);
const MOST_BYTES = 350_000;

it('the first page of the console loads at most 350 kB, compressed', () => {
  const page = readFileSync(new URL('console/index.html', BUILT), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\/(console\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
  const sizeOf = (file: string) => gzipSync(readFileSync(new URL(file, BUILT))).length;

  expect(files.length).toBeGreaterThan(1);
  expect(files.reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThanOrEqual(MOST_BYTES);
});
