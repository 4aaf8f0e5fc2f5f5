import { describe, expect, it } from '@jest/globals';
import { defaultSettings } from '../../../src/alerts/alert-settings.ts';
import { findProblems, findServiceProblems } from '../../../src/alerts/find-problems.ts';
import { type Situation } from '../../../src/alerts/situation.ts';
import { aSituation, NOW } from './a-situation.ts';

const { thresholds } = defaultSettings;
const before = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const days = (count: number): number => count * 24 * 60;
const causesOf = (changes: Partial<Situation>): string[] =>
  findProblems(aSituation(changes), thresholds, NOW).map(({ cause }) => cause);

describe('the rules of the alerts', () => {
  it('find nothing where nothing is wrong', () => {
    expect(causesOf({})).toEqual([]);
  });

  it.each<[string, Partial<Situation>, Partial<Situation>]>([
    ['ICIMS_ACCESS', { attention: [{ code: 'ICIMS_ACCESS', since: NOW }] }, { attention: [] }],
    [
      'PARKED_CASE_SYSTEM_REFUSED',
      { parked: [{ code: 'CASE_SYSTEM_REFUSED', count: 1, oldestAt: NOW }] },
      { parked: [] },
    ],
    ['DELIVERY_SLOW', { waitingSince: before(30) }, { waitingSince: before(29) }],
    ['SUCCESS_LOW', { recent: { succeeded: 94, failed: 6 } }, { recent: { succeeded: 95, failed: 5 } }],
    ['EVENTS_SILENT', { events: { lastAt: null, missing: true } }, { events: { lastAt: null, missing: false } }],
    ['ALLOWANCE_LOW', { allowance: { limit: 1_000, remaining: 99 } }, { allowance: { limit: 1_000, remaining: 100 } }],
    [
      'ROTATION_OPEN',
      { rotating: true, changedAt: before(days(7)) },
      { rotating: true, changedAt: before(days(7) - 1) },
    ],
    [
      'SECRET_EXPIRING',
      { expiring: [{ secret: 'icims', at: before(-days(13)) }] },
      { expiring: [{ secret: 'icims', at: before(-days(14)) }] },
    ],
    ['HIRES_MISSED', { missedHires: 1 }, { missedHires: 0 }],
  ])('find %s from its threshold on, and not before', (cause, wrong, right) => {
    expect(causesOf(wrong)).toEqual([cause]);
    expect(causesOf(right)).toEqual([]);
  });

  it('say nothing of a rate of a few', () => {
    expect(causesOf({ recent: { succeeded: 0, failed: 9 } })).toEqual([]);
  });

  it('keep to the thresholds of the platform', () => {
    const situation = aSituation({ parked: [{ code: 'ICIMS_ACCESS', count: 4, oldestAt: NOW }] });

    expect(findProblems(situation, { ...thresholds, parkedHires: 5 }, NOW)).toEqual([]);
    expect(findProblems(situation, { ...thresholds, parkedHires: 4 }, NOW)).toHaveLength(1);
  });

  it('tell of a broken audit chain, and since when a hire stands still', () => {
    const [parked] = findProblems(
      aSituation({ parked: [{ code: 'X', count: 2, oldestAt: before(90) }] }),
      thresholds,
      NOW,
    );

    expect(parked?.since).toEqual(before(90));
    expect(findServiceProblems({ auditBrokenAt: '77' }, NOW).map(({ cause }) => cause)).toEqual(['AUDIT_BROKEN']);
    expect(findServiceProblems({ auditBrokenAt: null }, NOW)).toEqual([]);
  });
});
