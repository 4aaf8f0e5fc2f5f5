import { describe, expect, it } from '@jest/globals';
import { toConcatList } from '../../../src/evidence/browser/film.ts';
import { readOptions } from '../../../src/evidence/options.ts';

describe('the options of the command', () => {
  it('put a pack that is broken on purpose beside the good one', () => {
    expect(readOptions([]).out).toBe('validation-evidence');
    expect(readOptions(['--break', 'answer-409'])).toMatchObject({ broken: 'answer-409', out: '.tmp/evidence-broken' });
  });

  it.each([[['--break', 'everything']], [['--nonsense']]])('say what is wrong with %s', (words) => {
    expect(() => readOptions(words)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});

describe('a film', () => {
  it('shows each picture until the next, and the last one until the end', () => {
    const frames = [
      { file: '/a.jpg', atSeconds: 10 },
      { file: '/b.jpg', atSeconds: 12.5 },
    ];

    expect(toConcatList(frames, 14)).toBe(
      "file '/a.jpg'\nduration 2.500\nfile '/b.jpg'\nduration 1.500\nfile '/b.jpg'\n",
    );
  });
});
