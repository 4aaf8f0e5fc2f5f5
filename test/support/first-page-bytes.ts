import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUILT = new URL('../../build/', import.meta.url);

/** Of each script and style that the built console loads before its first page is shown: its size when compressed, in bytes. */
export function firstPageBytes(): readonly number[] {
  const page = readFileSync(new URL('console/index.html', BUILT), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\/(console\/assets\/[^"]+)"/g)].map(([, file = '']) => file);
  return files.map((file) => gzipSync(readFileSync(new URL(file, BUILT))).length);
}
