import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { reconcilePlatforms } from '../../../src/intake/reconciliation/reconcile-platforms.ts';
import { type ReconciliationStore } from '../../../src/intake/reconciliation/reconciliation-store.ts';
import { type Platform } from '../../../src/platforms/platform.ts';
import { until } from '../../support/until.ts';
import { aPlatform } from '../auth/auth-samples.ts';

/** So many are searched at a time. */
const LANES = 4;
const HOUR_MS = 3_600_000;

/** One more than there are lanes. */
const platforms = Array.from({ length: LANES + 1 }, (_each, at): Platform => {
  const trigger = { eventType: 'WorkFlowStatusChangeEvent', newStatus: ['C20500'], action: 'open-case' as const };
  return { ...aPlatform(String(9001 + at), {}), triggers: [trigger] };
});

/** A round over them with an iCIMS that finds nothing, and whose rounds have ended so far. */
function startRound(rest: (signal: AbortSignal) => Promise<void>, signal: AbortSignal) {
  const searched: string[] = [];
  const store = {
    beginRound: () => Promise.resolve({ since: new Date(0), afterId: null }),
    keepPage: () => Promise.resolve(),
    endRound(customerId: string) {
      searched.push(customerId);
      return Promise.resolve();
    },
  } as unknown as ReconciliationStore;
  const onTrouble = (thrown: unknown): never => {
    throw thrown;
  };
  const icims = { searchWorkflows: () => Promise.resolve([]) };
  const ended = reconcilePlatforms(platforms, { store, icims, clock: () => new Date(), onTrouble, rest }, signal);
  return { searched, ended };
}

it('a lane of the reconciliation rests before it takes its next platform', async () => {
  const rested = Promise.withResolvers<undefined>();
  let resting = 0;
  const rest = async (): Promise<void> => {
    resting += 1;
    await rested.promise;
  };

  const { searched, ended } = startRound(rest, new AbortController().signal);
  await until('every lane rests', () => resting === LANES);

  expect(searched).toEqual(['9001', '9002', '9003', '9004']);

  rested.resolve(undefined);
  await ended;

  expect(searched).toContain('9005');
});

it('a reconciliation that is told to stop while it rests ends at once', async () => {
  const stop = new AbortController();
  let resting = 0;
  const rest = async (signal: AbortSignal): Promise<void> => {
    resting += 1;
    await delay(HOUR_MS, undefined, { signal }).catch(() => undefined);
  };

  const { searched, ended } = startRound(rest, stop.signal);
  await until('every lane rests', () => resting === LANES);
  stop.abort();
  await ended;

  expect(searched).not.toContain('9005');
});
