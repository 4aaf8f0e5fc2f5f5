import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = new URL('../../../src/console/web', import.meta.url).pathname;
const sources = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(PAGES, file), 'utf8') }));

const holding = (what: RegExp): string[] => sources.filter(({ text }) => what.test(text)).map(({ file }) => file);

describe('the pages of the console', () => {
  it('make text of whatever they are told, and never markup or code', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(
      holding(/dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write(ln)?\(|srcDoc/),
    ).toEqual([]);
    expect(holding(/\beval\(|new Function\(|javascript:/)).toEqual([]);
  });

  it('keep nothing in the storage of the browser', () => {
    expect(holding(/localStorage|sessionStorage|indexedDB|document\.cookie/)).toEqual([]);
  });
});
