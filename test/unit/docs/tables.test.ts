import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = new URL('../../..', import.meta.url).pathname;

interface Row {
  readonly no: number;
  readonly answer: string;
}

/** The rows of a page's tables that begin with the number of a fault. */
function rowsOf(page: string): Row[] {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  return [...text.matchAll(/^\| (\d+) +\| [^|]*\| (.*?) *\|$/gm)].map(([, no, answer = '']) => ({
    no: Number(no),
    answer: answer.trim(),
  }));
}

/** The sentences that a row names, each with the test file that is to hold it. */
function namedIn(answer: string): { file: string; sentence: string }[] {
  const groups = answer.matchAll(/`([a-z]+\/[\w/-]+)`: (“[^”]+”(?:, “[^”]+”)*)/g);
  return [...groups].flatMap(([, file = '', sentences = '']) =>
    [...sentences.matchAll(/“([^”]+)”/g)].map(([, sentence = '']) => ({ file, sentence })),
  );
}

const kept = [...rowsOf('reliability.md'), ...rowsOf('security.md')];

describe('the tables of faults', () => {
  it('answer each of the hundred once', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => at + 1);

    expect(kept.map(({ no }) => no).sort((one, other) => one - other)).toEqual(hundred);
  });

  it('name tests that exist, by a sentence that the test has', () => {
    const named = kept.flatMap(({ no, answer }) => namedIn(answer).map((each) => ({ no, ...each })));
    const missing = named.filter(({ file, sentence }) => {
      const path = join(ROOT, 'test', `${file}.test.ts`);
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(sentence);
    });

    expect(named.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('say in words why, where they name no test', () => {
    const silent = kept.filter(({ answer }) => namedIn(answer).length === 0 && answer.split(' ').length < 6);

    expect(silent).toEqual([]);
  });
});
