import { setTimeout as delay } from 'node:timers/promises';
import { chanceFrom } from '../../support/chance.ts';
import { eventually } from '../../support/eventually.ts';
import { type Ledger } from '../../support/ledger.ts';
import { type ConnectorProcess } from '../../support/processes.ts';
import { queryDatabase } from '../../support/query-database.ts';
import { sendLoad, sendRest } from './load.ts';
import { describeBlow, type Blow, type Schedule } from './schedule.ts';
import { type Stage } from './stage.ts';

/** What one run showed. */
export interface RunResult {
  readonly seed: number;
  readonly blow: string;
  /** Whether the process died where it should; otherwise it was killed once all work was done. */
  readonly hit: boolean;
  readonly ledger: Ledger;
  /** From the end of the last process until nothing was left to be delivered. */
  readonly recoveryMs: number;
}

const SETTLED_WITHIN_MS = 40_000;

/** One run: load, a blow, restart, everything unanswered again, and what exists held against what was answered. */
export async function runOnce(stage: Stage, run: number): Promise<RunResult> {
  const schedule = stage.scheduleOf(run);
  const victim = stage.victimOf(run);
  const hit = await strike(stage, schedule, victim);
  const struckAt = performance.now();
  const dead = hitsAll(schedule.blow) ? stage.members.map((_, place) => place) : [victim];
  await Promise.all(dead.map((place) => stage.restart(place, run)));
  const service = servicesOf(stage)[0];
  if (service === undefined) throw new Error('There is no service');
  await eventually('everything is answered', SETTLED_WITHIN_MS, async () => {
    await sendRest(stage.world, service);
    return stage.world.unanswered().length + stage.world.unwithdrawn().length === 0;
  });
  await eventually('nothing is left to be delivered', SETTLED_WITHIN_MS, () => isSettled(stage));
  const recoveryMs = performance.now() - struckAt;
  const ledger = await stage.world.ledger(service);
  return { seed: schedule.seed, blow: describeBlow(schedule.blow), hit, ledger, recoveryMs };
}

function servicesOf({ members }: Stage): ConnectorProcess[] {
  return members.filter(({ url }) => url !== '');
}

function hitsAll({ kind }: Blow): boolean {
  return kind === 'call' || kind === 'everyone';
}

/** Puts load on and ends whom the blow is for. Whether that was where and when the schedule wanted it. */
async function strike(stage: Stage, schedule: Schedule, victim: number): Promise<boolean> {
  const { blow } = schedule;
  const doomed = hitsAll(blow) ? stage.members : stage.members.slice(victim, victim + 1);
  const gone = Promise.all(doomed.map(({ ended }) => ended)).then(() => true);
  prepare(stage, blow, doomed);
  const chance = chanceFrom(schedule.seed);
  let over = false;
  const done = sendLoad(stage.world, servicesOf(stage), schedule, chance)
    .then(() => eventually('all is delivered', SETTLED_WITHIN_MS, async () => over || (await isSettled(stage))))
    .then(
      () => false,
      () => false,
    );
  const hit = await Promise.race([gone, done]);
  stage.toIcims.decide(() => 'pass');
  stage.toCases.decide(() => 'pass');
  await Promise.all(doomed.map((member) => member.end('SIGKILL')));
  over = true;
  await done;
  return hit;
}

/** Makes ready for the blow; from then on it comes by itself. */
function prepare({ toIcims, toCases }: Stage, blow: Blow, doomed: readonly ConnectorProcess[]): void {
  const signal = (name: NodeJS.Signals): void => doomed.forEach((member) => member.signal(name));
  if (blow.kind === 'failpoint') {
    signal('SIGUSR2');
    return;
  }
  if (blow.kind !== 'call') {
    void delay(blow.afterMs).then(() => signal(blow.kind === 'stop' ? 'SIGTERM' : 'SIGKILL'));
    return;
  }
  let left = blow.passing;
  const road = blow.to === 'icims' ? toIcims : toCases;
  road.decide(({ method, path }) => {
    const counts = method !== 'GET' && !path.includes('token');
    if (counts) left -= 1;
    if (counts && left === 0) signal('SIGKILL');
    return 'pass';
  });
}

async function isSettled({ database }: Stage): Promise<boolean> {
  const open = `SELECT FROM deliveries WHERE run_at < 'infinity' LIMIT 1`;
  return (await queryDatabase(database, open)).length === 0;
}
