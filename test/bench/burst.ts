import { countPromised } from './count-promised.ts';
import { percentile, rounded, type PartResult } from './figures.ts';
import { type Options } from './options.ts';
import { eventsFor, untilDelivered, type Scene } from './scene.ts';
import { SITUATIONS } from './situations.ts';

const EVENTS = 10_000;
const CONNECTIONS = 500;

/** What comes after an outage of iCIMS: very many events at once, each on its own way as soon as a connection is free. */
export async function measureBurst(scene: Scene, { quick, say }: Options): Promise<PartResult> {
  const count = quick ? 500 : EVENTS;
  const applications = await scene.outside.call('addApplications', { count, situations: SITUATIONS });
  say(`burst: ${count} events over ${CONNECTIONS} connections`);
  const requests = eventsFor(scene, applications, { gzip: true });
  const load = await scene.load.call('closed', { requests, connections: CONNECTIONS, seconds: 600, again: false });
  const drainSeconds = await untilDelivered(scene);
  return {
    targets: [],
    facts: {
      events: count,
      connections: CONNECTIONS,
      'all answered in s': rounded(load.seconds),
      'p50 ms': rounded(percentile(load.latencies, 0.5)),
      'p99 ms': rounded(percentile(load.latencies, 0.99)),
      'all delivered, s after the last answer': rounded(drainSeconds),
    },
    broken: await countPromised(scene, applications, load),
  };
}
