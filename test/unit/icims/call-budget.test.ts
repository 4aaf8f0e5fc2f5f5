import { describe, expect, it } from '@jest/globals';
import { createCallBudget } from '../../../src/icims/call-budget.ts';
import { anIcimsPlatform } from '../../support/an-icims-platform.ts';

const platform = anIcimsPlatform({ dailyCallLimit: 10 });
const other = anIcimsPlatform({ dailyCallLimit: 10 }, '9002');
const left = (remaining: number, limit = 1000) => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
});
const usedUp = expect.objectContaining({ kind: 'unavailable', code: 'ICIMS_ALLOWANCE_USED', retryAfterMs: 3_600_000 });

function aBudget(at = '2031-05-20T23:00:00.000Z') {
  let now = new Date(at);
  const budget = createCallBudget(() => now);
  return { ...budget, moveTo: (text: string) => (now = new Date(text)) };
}

describe('the call budget', () => {
  it('counts by itself until iCIMS says what is left', () => {
    const budget = aBudget();
    budget.take(platform, 'interactive');
    budget.take(platform, 'background');
    expect(budget.allowanceOf(platform)).toEqual({ limit: 10, remaining: 8, resetsInSeconds: 3600 });

    budget.note('9001', left(700));
    budget.take(platform, 'interactive');
    expect(budget.allowanceOf(platform)).toEqual({ limit: 1000, remaining: 699, resetsInSeconds: 3600 });
    expect(budget.allowanceOf(other).remaining).toBe(10);
  });

  it('stops background calls at a fifth, by its own count, while interactive ones go on', () => {
    const budget = aBudget();
    for (let count = 0; count < 8; count += 1) budget.take(platform, 'background');

    expect(() => budget.take(platform, 'background')).toThrow(usedUp);
    expect(() => budget.take(other, 'background')).not.toThrow();
    for (let count = 0; count < 30; count += 1) budget.take(platform, 'interactive');
    expect(budget.allowanceOf(platform).remaining).toBe(0);
  });

  it('stops background calls at a fifth of what iCIMS says, and interactive ones at nothing', () => {
    const budget = aBudget();
    budget.note('9001', left(201));
    budget.take(platform, 'background');
    expect(() => budget.take(platform, 'background')).toThrow(usedUp);

    budget.note('9001', left(1));
    budget.take(platform, 'interactive');
    expect(() => budget.take(platform, 'interactive')).toThrow(usedUp);
  });

  it('begins anew at 00:00 UTC', () => {
    const budget = aBudget();
    budget.note('9001', left(0));
    expect(() => budget.take(platform, 'interactive')).toThrow(usedUp);

    budget.moveTo('2031-05-21T00:00:00.000Z');
    expect(budget.allowanceOf(platform)).toEqual({ limit: 10, remaining: 10, resetsInSeconds: 86_400 });
    expect(() => budget.take(platform, 'background')).not.toThrow();
  });

  it('lets one call through in a quarter of an hour, to find out whether calls were bought', () => {
    const budget = aBudget('2031-05-20T20:00:00.000Z');
    budget.note('9001', left(0));
    budget.moveTo('2031-05-20T20:15:00.000Z');

    expect(() => budget.take(platform, 'interactive')).not.toThrow();
    expect(() => budget.take(platform, 'interactive')).toThrow();

    budget.note('9001', left(5000, 20_000));
    expect(() => budget.take(platform, 'background')).not.toThrow();
  });

  it.each([{}, { 'x-ratelimit-remaining': '-1' }, { 'x-ratelimit-remaining': 'many' }, { 'x-ratelimit-limit': '5' }])(
    'ignores the headers %j',
    (headers) => {
      const budget = aBudget();
      budget.note('9001', headers);
      expect(budget.allowanceOf(platform)).toEqual({ limit: 10, remaining: 10, resetsInSeconds: 3600 });
    },
  );
});
