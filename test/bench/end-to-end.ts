import { percentile, rounded, type PartResult } from './figures.ts';
import { type Options } from './options.ts';
import { cpuMicrosOf, cpuMicrosOfServer } from './processes.ts';
import { eventsFor, untilDelivered, type Scene } from './scene.ts';
import { countPromised } from './count-promised.ts';
import { SITUATIONS } from './situations.ts';

const CONNECTIONS = 24;
/** More candidates than can be hired in the time: the run ends by the clock. */
const MOST_PER_SECOND = 900;

/**
 * Event in, case opened at the webhook case system, written back to iCIMS: as many as go through. The rate counts to the
 * last write-back, so what was only accepted and left for later does not improve it.
 */
export async function measureEndToEnd(scene: Scene, { minute, say }: Options): Promise<PartResult> {
  say('end to end: making candidates');
  const wanted = { count: minute * MOST_PER_SECOND, situations: SITUATIONS };
  const applications = await scene.outside.call('addApplications', wanted);
  await warmUp(scene);
  const cpuBefore = await cpuOf(scene);
  const startedAt = performance.now();
  say(`end to end: ${minute} s`);
  const requests = eventsFor(scene, applications, { gzip: true });
  const load = await scene.load.call('closed', { requests, connections: CONNECTIONS, seconds: minute, again: false });
  const preparing = (performance.now() - startedAt) / 1000 - load.seconds;
  const drainSeconds = await untilDelivered(scene);
  const seconds = load.seconds + drainSeconds;
  say(
    `end to end: ${load.accepted.size} accepted in ${rounded(load.seconds)} s, drained in ${rounded(drainSeconds)} s`,
  );
  const broken = await countPromised(scene, applications, load);
  const cpu = (await cpuOf(scene)).map((micros, index) => micros - (cpuBefore[index] ?? 0));
  const [connectorMicros = 0, postgresMicros = 0, outsideMicros = 0] = cpu.map((each) => each / load.accepted.size);
  return {
    targets: [
      {
        name: 'event in, case open, written back',
        unit: 'hires a second',
        value: rounded(load.accepted.size / seconds),
        goal: 300,
        is: 'at least',
      },
    ],
    facts: {
      seconds: rounded(seconds),
      'of that draining after the last event': rounded(drainSeconds),
      'making requests, not counted': rounded(preparing),
      hires: load.accepted.size,
      connections: CONNECTIONS,
      platforms: scene.setup.documents.length,
      'accepted p50 ms': rounded(percentile(load.latencies, 0.5)),
      'accepted p99 ms': rounded(percentile(load.latencies, 0.99)),
      ...(await deliveryTimes(scene)),
      'connector µs a hire': rounded(connectorMicros),
      'PostgreSQL µs a hire': rounded(postgresMicros),
      'simulated iCIMS and case system µs a hire': rounded(outsideMicros),
      'generator µs a hire': rounded(load.cpuMicros / load.accepted.size),
    },
    broken,
  };
}

function cpuOf({ connector, postgresPid, outside }: Scene): Promise<number[]> {
  return Promise.all([cpuMicrosOf(connector.pid), cpuMicrosOfServer(postgresPid), cpuMicrosOf(outside.pid)]);
}

/** First calls compile, connect and fetch tokens. */
async function warmUp(scene: Scene): Promise<void> {
  const applications = await scene.outside.call('addApplications', { count: 1_000, situations: SITUATIONS });
  const requests = eventsFor(scene, applications, { gzip: true });
  await scene.load.call('closed', { requests, connections: CONNECTIONS, seconds: 30, again: false });
  await untilDelivered(scene);
}

async function deliveryTimes({ pool }: Scene): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ middle: number; slow: number }>(
    `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS middle, percentile_cont(0.99) WITHIN GROUP (ORDER BY took) AS slow
     FROM (SELECT extract(epoch FROM delivered_at - accepted_at)::float AS took FROM hires) AS all_hires`,
  );
  const [{ middle, slow } = { middle: 0, slow: 0 }] = rows;
  return { 'accepted to written back, p50 s': rounded(middle), 'accepted to written back, p99 s': rounded(slow) };
}
