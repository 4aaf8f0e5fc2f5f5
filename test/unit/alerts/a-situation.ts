import { type Situation } from '../../../src/alerts/situation.ts';

export const NOW = new Date('2026-11-24T12:00:00Z');

/** A platform with which nothing is wrong, with changes. */
export function aSituation(changes: Partial<Situation> = {}): Situation {
  return {
    customerId: '9001',
    attention: [],
    parked: [],
    waitingSince: null,
    recent: { succeeded: 50, failed: 0 },
    events: { lastAt: new Date('2026-11-24T11:00:00Z'), missing: false },
    allowance: { limit: 10_000, remaining: 9_000 },
    rotating: false,
    changedAt: new Date('2026-01-01T00:00:00Z'),
    expiring: [],
    missedHires: 0,
    ...changes,
  };
}
