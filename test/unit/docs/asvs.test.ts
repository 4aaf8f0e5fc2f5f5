import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('../../..', import.meta.url).pathname;
const page = readFileSync(join(ROOT, 'docs/asvs.md'), 'utf8');

const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) +\| ([^|]+) \| (\S+) +\| (.*?) *\|$/gm)].map(
  ([, no = '', what = '', met = '', why = '']) => ({ no, what: what.trim(), met, why: why.trim() }),
);
const filesIn = (why: string): string[] =>
  [...why.matchAll(/`((?:src|test|openapi|docs|\.ci)\/[\w./-]+|[\w.-]+\.json|Dockerfile)`/g)].map(
    ([, file = '']) => file,
  );

describe('the table of the ASVS', () => {
  it('answers each of the 253 requirements of levels 1 and 2 once', () => {
    expect(rows).toHaveLength(253);
    expect(new Set(rows.map(({ no }) => no)).size).toBe(253);
  });

  it('names files that exist', () => {
    const named = rows.flatMap(({ no, why }) => filesIn(why).map((file) => ({ no, file })));

    expect(named.length).toBeGreaterThan(150);
    expect(named.filter(({ file }) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('counts what it says', () => {
    const counted = Object.entries(Object.groupBy(rows, ({ met }) => met)).map(
      ([met, some = []]) => `${some.length} ${met}`,
    );

    for (const count of counted) expect(page).toContain(count);
    expect(
      rows.map(({ met }) => met).filter((met) => !['yes', 'partly', 'no', 'operator', 'n/a'].includes(met)),
    ).toEqual([]);
  });

  it('says why wherever something is not met', () => {
    expect(rows.filter(({ met, why }) => met !== 'yes' && why.length < 4)).toEqual([]);
  });
});
