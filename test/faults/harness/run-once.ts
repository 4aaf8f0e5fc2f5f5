import { setTimeout as delay } from 'node:timers/promises';
import { chanceFrom } from '../../support/chance.ts';
import { eventually } from '../../support/eventually.ts';
import { type Ledger } from '../../support/ledger.ts';
import { type ConnectorProcess } from '../../support/processes.ts';
import { queryDatabase } from '../../support/query-database.ts';
import { readJson } from '../../support/read-admin.ts';
import { sendLoad, sendRest } from './load.ts';
import { makeTrouble } from './make-trouble.ts';
import { describeBlow, type Blow, type Schedule } from './schedule.ts';
import { type Stage } from './stage.ts';
import { describeTrouble } from './trouble.ts';

/** What one run showed. */
export interface RunResult {
  readonly seed: number;
  readonly blow: string;
  /** What went wrong around it; empty for nothing. */
  readonly trouble: string;
  /** Whether the process died where it should; otherwise it was killed once all work was done. */
  readonly hit: boolean;
  readonly ledger: Ledger;
  /** From the blow, or from the end of what went wrong around it, until nothing was left to be delivered. */
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
  await eventually('nothing is left to be delivered', SETTLED_WITHIN_MS, () => isSettledAtLast(stage, service));
  const recoveryMs = performance.now() - struckAt;
  const ledger = await stage.world.ledger(service);
  const { seed, blow, trouble } = schedule;
  return { seed, blow: describeBlow(blow), trouble: describeTrouble(trouble), hit, ledger, recoveryMs };
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
  const endTrouble = makeTrouble(stage, schedule.trouble, { seed: schedule.seed, victim });
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
  await endTrouble();
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

/** Not known while the database is in trouble. */
async function isSettled({ server }: Stage): Promise<boolean> {
  const open = `SELECT FROM deliveries WHERE run_at < 'infinity' LIMIT 1`;
  const found = await queryDatabase(server, open).catch(() => undefined);
  return found?.length === 0;
}

/** As an operator would, once the trouble is over: what was parked by it is tried again. */
async function isSettledAtLast(stage: Stage, service: ConnectorProcess): Promise<boolean> {
  if (!(await isSettled(stage))) return false;
  const { items } = await readJson<{ id: string }>(service, '/api/v1/hires?state=parked&limit=200');
  await Promise.all(items.map(({ id }) => readJson(service, `/api/v1/hires/${id}/retry`, { method: 'POST' })));
  return items.length === 0;
}
