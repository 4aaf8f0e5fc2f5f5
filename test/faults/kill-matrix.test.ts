import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { failpointNames } from '../../src/runtime/failpoint.ts';
import { balanced } from '../support/ledger.ts';
import { endProcesses } from '../support/processes.ts';
import { type Schedule } from './harness/schedule.ts';
import { openStage, type Stage } from './harness/stage.ts';
import { runOnce } from './harness/run-once.ts';

const TIMEOUT_MS = 60_000;

/** The audit chain is sealed seconds later and by the clock: `npm run faults` dies there by chance. */
const places = failpointNames.filter((name) => !name.startsWith('seal'));

/** One blow at each place, then one in the middle of a call to each other system. */
const schedules: readonly Schedule[] = [
  ...places.map((name) => ({ kind: 'failpoint', name, passing: 1 }) as const),
  { kind: 'call', to: 'icims', passing: 2 } as const,
  { kind: 'call', to: 'cases', passing: 2 } as const,
].map((blow, run) => ({
  seed: run,
  blow,
  trouble: { kind: 'none' },
  orders: 6,
  rescindOneOf: 'name' in blow && isOfWithdrawal(blow.name) ? 1 : 99,
}));

function isOfWithdrawal(name: string): boolean {
  return name.startsWith('withdraw');
}

const when = { afterMs: 50, lastsMs: 300 } as const;

/** All processes die while this goes wrong around them. */
const amid: readonly Schedule[] = (
  [
    { kind: 'road', to: 'icims', fate: 'truncated', oneOf: 3 },
    { kind: 'road', to: 'icims', fate: 'lose-answer', oneOf: 3 },
    { kind: 'road', to: 'cases', fate: 'html', oneOf: 2 },
    { kind: 'road', to: 'cases', fate: 'bomb', oneOf: 2 },
    { kind: 'database', how: 'stop', ...when },
    { kind: 'database', how: 'end-sessions', ...when },
    { kind: 'database', how: 'freeze', ...when },
    { kind: 'database', how: 'connections', ...when },
    { kind: 'database', how: 'disk-full', ...when },
    { kind: 'clock', byMs: 9 * 60_000, ...when },
  ] as const
).map((trouble, index) => ({
  ...{ seed: 1_000 + index, blow: { kind: 'everyone', afterMs: 250 }, trouble, orders: 8, rescindOneOf: 4 },
}));
const all = [...schedules, ...amid];

/** What the process after the last run is started for. */
const nothingMore: Schedule = {
  seed: 0,
  blow: { kind: 'everyone', afterMs: 0 },
  trouble: { kind: 'none' },
  orders: 0,
  rescindOneOf: 99,
};

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('one', 0, (run) => all[run] ?? nothingMore);
}, TIMEOUT_MS);

afterAll(async () => {
  await stage.close();
  await endProcesses();
}, TIMEOUT_MS);

it.each(schedules.map(({ blow }, run) => ({ run, blow: JSON.stringify(blow) })))(
  'loses, doubles and tells nothing when it is killed once at $blow',
  async ({ run }) => {
    const { hit, ledger } = await runOnce(stage, run);

    expect(hit).toBe(true);
    expect(ledger).toEqual(balanced);
  },
  TIMEOUT_MS,
);

it.each(amid.map(({ trouble }, index) => ({ run: schedules.length + index, trouble: JSON.stringify(trouble) })))(
  'loses, doubles and tells nothing when all processes are killed amid $trouble',
  async ({ run }) => {
    const { ledger } = await runOnce(stage, run);

    expect(ledger).toEqual(balanced);
  },
  TIMEOUT_MS,
);
