import { describe, expect, it } from '@jest/globals';
import { alertChanges } from '../../../src/alerts/alert-changes.ts';
import { NOW } from './a-situation.ts';

const finding = (cause: string) => ({ cause, sentence: 's', action: 'a', path: '/stuck', since: NOW });
const seen = (cause: string, minutesAgo: number) => ({
  id: `id of ${cause}`,
  cause,
  seenAt: new Date(NOW.getTime() - minutesAgo * 60_000),
});

describe('what becomes of alerts', () => {
  it('raises what is new, renews what is open, and tells of neither twice', () => {
    const { raise, renew, resolve } = alertChanges([seen('OLD', 1)], [finding('OLD'), finding('NEW')], NOW);

    expect(raise.map(({ cause }) => cause)).toEqual(['NEW']);
    expect(renew.map(({ alert }) => alert.cause)).toEqual(['OLD']);
    expect(resolve).toEqual([]);
  });

  it('resolves only what has been gone for five minutes', () => {
    const { resolve } = alertChanges([seen('GONE', 5), seen('FLAPPING', 4)], [], NOW);

    expect(resolve.map(({ cause }) => cause)).toEqual(['GONE']);
  });
});
