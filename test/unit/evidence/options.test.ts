import { describe, expect, it } from '@jest/globals';
import { toConcatList } from '../../../src/evidence/browser/film.ts';
import { readOptions } from '../../../src/evidence/options.ts';

describe('the options of the command', () => {
  it('put a pack that is broken on purpose beside the good one', () => {
    expect(readOptions([]).out).toBe('validation-evidence');
    expect(readOptions(['--break', 'answer-409'])).toMatchObject({ broken: 'answer-409', out: '.tmp/evidence-broken' });
  });

  it('keep the pack of a real platform apart, and wait a quarter of an hour for each use case', () => {
    expect(readOptions(['--platform', '9001'])).toMatchObject({
      out: 'validation-evidence-9001',
      real: { customerId: '9001', waitMs: 900_000, resume: false },
    });
    expect(readOptions(['--platform', '9001', '--wait', '0.5', '--resume', '--out', 'there'])).toMatchObject({
      out: 'there',
      real: { customerId: '9001', waitMs: 30_000, resume: true },
    });
  });

  it('take the public address as an origin', () => {
    expect(readOptions(['--endpoint', 'https://connector.example.com/']).endpoint).toBe(
      'https://connector.example.com',
    );
    expect(readOptions([]).endpoint).toBeNull();
  });

  it.each([
    [['--break', 'everything']],
    [['--nonsense']],
    [['--endpoint', 'connector.example.com']],
    [['--endpoint', 'https://connector.example.com/icims/v1/events']],
    [['--platform', '../etc']],
    [['--platform', '9001', '--wait', 'soon']],
    [['--platform', '9001', '--wait', '-1']],
    [['--platform', '9001', '--break', 'answer-409']],
    [['--resume']],
    [['--wait', '5']],
  ])('say what is wrong with %s', (words) => {
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
