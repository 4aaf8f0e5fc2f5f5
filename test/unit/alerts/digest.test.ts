import { describe, expect, it } from '@jest/globals';
import { digestDay, isZone } from '../../../src/alerts/digest-day.ts';
import { toDigest, toServiceDigest } from '../../../src/alerts/to-digest.ts';
import { NOW } from './a-situation.ts';

const newYork = { enabled: true, at: '08:00', zone: 'America/New_York' };
const about = {
  customerId: '9001',
  at: NOW,
  from: new Date(NOW.getTime() - 86_400_000),
  publicUrl: 'https://c.example.com',
};
const quiet = { events: [], delivered: 0, withdrawn: 0, parked: [], missed: 0 };

describe('the day of a digest', () => {
  it('is due from the time of day in its zone on, once a day', () => {
    expect(digestDay(newYork, undefined, new Date('2026-11-24T12:59:00Z'))).toBeUndefined();
    expect(digestDay(newYork, undefined, new Date('2026-11-24T13:00:00Z'))).toBe('2026-11-24');
    expect(digestDay(newYork, '2026-11-24', new Date('2026-11-24T13:00:00Z'))).toBeUndefined();
    expect(digestDay(newYork, '2026-11-23', new Date('2026-11-25T04:59:00Z'))).toBe('2026-11-24');
  });

  it('follows summer time, and is never due when switched off', () => {
    expect(digestDay(newYork, undefined, new Date('2026-07-01T12:00:00Z'))).toBe('2026-07-01');
    expect(digestDay({ ...newYork, enabled: false }, undefined, NOW)).toBeUndefined();
  });

  it('knows zones from words that are none', () => {
    expect([isZone('Europe/Paris'), isZone('UTC'), isZone('Mars/Olympus')]).toEqual([true, true, false]);
  });
});

describe('a digest', () => {
  it('says that nothing happened', () => {
    expect(toDigest({ tally: quiet, open: [] }, about).lines).toEqual([
      'From 2026-11-23 12:00 UTC to 2026-11-24 12:00 UTC.',
      'Nothing happened: no event came.',
      'No alert is open.',
    ]);
  });

  it('counts what was accepted, refused by code, parked and missed', () => {
    const events = [
      { outcome: 'accepted', code: null, count: 5 },
      { outcome: 'refused', code: 'MISSING_FIELDS', count: 2 },
      { outcome: 'refused', code: 'DUPLICATE_REQUEST', count: 1 },
    ];
    const tally = { events, delivered: 4, withdrawn: 1, parked: [{ code: 'ICIMS_ACCESS', count: 3 }], missed: 2 };

    const { lines } = toDigest({ tally, open: [{ sentence: 'It is so.' }] }, about);

    expect(lines.slice(1)).toEqual([
      'Events: 5 accepted, 3 refused (MISSING_FIELDS 2, DUPLICATE_REQUEST 1), 0 failed, 0 ignored.',
      'Hires: 4 delivered, 1 withdrawn.',
      'Parked now: ICIMS_ACCESS 3.',
      'Missed: 2 that iCIMS shows and no accepted event tells of.',
      'Open alerts: It is so.',
    ]);
  });

  it('tells operators of every platform in a line', () => {
    const day = { tally: quiet, open: [] };
    const both = [
      { customerId: '9001', ...day },
      { customerId: '9002', ...day },
    ];

    expect(toServiceDigest(both, { ...about, customerId: null }).lines.slice(1)).toEqual([
      'Platform 9001: Nothing happened: no event came. No alert is open.',
      'Platform 9002: Nothing happened: no event came. No alert is open.',
    ]);
  });
});
