import { describe, expect, it } from '@jest/globals';
import { parseRetryAfter } from '../../../src/runtime/retry-after.ts';

const now = new Date('2031-05-20T14:30:00.000Z');

describe('parseRetryAfter', () => {
  it.each<[string | readonly string[] | undefined, number | undefined]>([
    ['0', 0],
    ['120', 120_000],
    [' 30 ', 30_000],
    [['7', '9'], 7_000],
    ['999999999', 999_999_999_000],
    ['Tue, 20 May 2031 14:31:30 GMT', 90_000],
    ['Tue, 20 May 2031 14:00:00 GMT', 0],
    [undefined, undefined],
    [[], undefined],
    ['', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['99999999999999999999', undefined],
    ['soon', undefined],
    ['2031-05-20', undefined],
    ['Tue, 99 May 2031 14:31:30 GMT', undefined],
  ])('reads %j as %p milliseconds', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});
