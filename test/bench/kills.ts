import { setTimeout as delay } from 'node:timers/promises';
import { type Application } from './event-requests.ts';
import { median, percentile, rounded, type PartResult } from './figures.ts';
import type { Insisted } from './insist-on.ts';
import { type Options } from './options.ts';
import { eventsFor, openScene, untilDelivered, type Scene } from './scene.ts';
import { SITUATIONS } from './situations.ts';

const RATES = [100, 250];
const CONNECTIONS = 250;
const FULL = { seconds: 60, everySeconds: 10 } as const;
const QUICK = { seconds: 12, everySeconds: 5 } as const;

type Row = Readonly<Record<string, number | string>>;

/**
 * Events at a fixed arrival rate while the service is killed (SIGKILL) again and again, and started anew at once: one
 * process and nobody beside it, which is the worst case; its database lives on. It has a scene of its own, so that nothing
 * else is measured on what the kills left.
 */
export async function measureKills({ quick, command, say }: Options): Promise<PartResult> {
  const length = quick ? QUICK : FULL;
  const scene = await openScene(command);
  const found: { row: Row; broken: readonly string[] }[] = [];
  try {
    for (const perSecond of quick ? RATES.slice(0, 1) : RATES) {
      say(`kills: ${perSecond} a second for ${length.seconds} s, a kill every ${length.everySeconds} s`);
      found.push(await measureRateWithKills(scene, perSecond, length));
    }
  } finally {
    await scene.stop();
  }
  return {
    targets: [],
    facts: { 'seconds of each rate': length.seconds, 'seconds between kills': length.everySeconds, processes: 1 },
    rows: found.map(({ row }) => row),
    broken: found.flatMap(({ broken }) => broken),
  };
}

async function measureRateWithKills(
  scene: Scene,
  perSecond: number,
  { seconds, everySeconds }: { seconds: number; everySeconds: number },
): Promise<{ row: Row; broken: readonly string[] }> {
  const wanted = { count: perSecond * seconds, situations: SITUATIONS };
  const applications = await scene.outside.call('addApplications', wanted);
  const requests = eventsFor(scene, applications, { gzip: true });
  const ended = new AbortController();
  const load = scene.load.call('insist', { requests, perSecond, seconds, connections: CONNECTIONS });
  const kills = killAgainAndAgain(scene, everySeconds, ended.signal);
  const insisted = await load.finally(() => ended.abort());
  const outages = (await kills).map((goneAt) => outageAfter(goneAt, insisted));
  const drainSeconds = await untilDelivered(scene);
  const { lost, doubled, broken } = await count(scene, applications, insisted);
  const row = {
    load: `${perSecond} a second`,
    events: applications.length,
    kills: outages.length,
    'away a kill, median s': rounded(median(outages)),
    'away, longest s': rounded(Math.max(...outages)),
    'sent again': insisted.laterTries.length,
    'p50 ms': rounded(percentile(insisted.firstTries, 0.5)),
    'p95 ms': rounded(percentile(insisted.firstTries, 0.95)),
    'p99 ms': rounded(percentile(insisted.firstTries, 0.99)),
    'sent again, p99 s': rounded(percentile(insisted.laterTries, 0.99) / 1000),
    'drained in s': rounded(drainSeconds),
    lost,
    doubled,
  };
  return { row, broken };
}

/** Until told to end. Answers when the process was gone each time, in milliseconds since 1970. */
async function killAgainAndAgain({ connector }: Scene, everySeconds: number, signal: AbortSignal): Promise<number[]> {
  const goneAt: number[] = [];
  const wait = (seconds: number): Promise<boolean> => delay(seconds * 1000, true, { signal }).catch(() => false);
  for (let pause = everySeconds / 2; await wait(pause); pause = everySeconds) {
    goneAt.push(await connector.killAndRestart());
  }
  return goneAt;
}

/** Seconds from the death of a process to the first answer to something that was sent after it. */
function outageAfter(goneAt: number, { answeredTries }: Insisted): number {
  const answers = answeredTries.filter(([sentAt]) => sentAt > goneAt).map(([, answeredAt]) => answeredAt);
  return (answers.reduce((one, other) => Math.min(one, other), Infinity) - goneAt) / 1000;
}

/** Every event must have exactly one hire, and that one case and one write-back entry. */
async function count(
  { outside, pool }: Scene,
  applications: readonly Application[],
  { accepted, receivedBefore, others }: Insisted,
): Promise<{ lost: number; doubled: number; broken: readonly string[] }> {
  const { rows } = await pool.query<{ id: string; customerId: string; workflowId: string; state: string }>(
    `SELECT id, customer_id AS "customerId", workflow_id AS "workflowId", state FROM hires
     WHERE (customer_id, workflow_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [applications.map(({ customerId }) => customerId), applications.map(({ workflowId }) => String(workflowId))],
  );
  const hires = rows.map(({ id, customerId, workflowId }) => ({
    hireId: id,
    customerId,
    workflowId: Number(workflowId),
  }));
  const kept = new Set(rows.map(({ id }) => id));
  const workflows = new Set(hires.map(({ customerId, workflowId }) => `${customerId}/${workflowId}`));
  const outcomes = await outside.call('countOutcomes', hires);
  const forgotten = [...accepted.values()].filter((reference) => !kept.has(reference)).length;
  const unfinished = rows.filter(({ state }) => state !== 'delivered').length;
  const unanswered = applications.length - accepted.size - receivedBefore;
  return {
    lost: outcomes.lost + applications.length - workflows.size,
    doubled: outcomes.doubled + hires.length - workflows.size,
    broken: [
      ...(others.length === 0 ? [] : [`${others.length} other answers, first: ${others[0] ?? ''}`]),
      ...(forgotten === 0 ? [] : [`${forgotten} hires were answered 200 and are not there`]),
      ...(unfinished === 0 ? [] : [`${unfinished} hires are not delivered`]),
      ...(unanswered === others.length ? [] : [`${unanswered} events have no good answer`]),
      ...(workflows.size === applications.length
        ? []
        : [`${applications.length - workflows.size} events have no hire`]),
      ...(await outside.call('check', hires)),
    ],
  };
}
