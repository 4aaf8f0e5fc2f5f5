import { percentile, rounded, type PartResult } from './figures.ts';
import { type Application } from './event-requests.ts';
import { countPromised } from './count-promised.ts';
import type { LoadResult } from './load-process.ts';
import { type Options } from './options.ts';
import { arrive } from './arrive.ts';
import { untilDelivered, type Scene } from './scene.ts';

const PER_SECOND = 250;
/** So long a service takes to be compiled where it matters; one in use has been through it for days. */
const WARM_UP_SECONDS = 30;

/** Acceptance with live screening at a fixed arrival rate, while the accepted hires are delivered beside it. */
export async function measureScreening(scene: Scene, { seconds, quick, say }: Options): Promise<PartResult> {
  const length = quick ? seconds : Math.max(seconds, 30);
  await arrive(scene, PER_SECOND, WARM_UP_SECONDS);
  await untilDelivered(scene);
  say(`screening: ${PER_SECOND} events a second for ${length} s`);
  await scene.outside.call('startTiming', undefined);
  scene.connector.noteReads();
  const { load, applications } = await arrive(scene, PER_SECOND, length);
  const drainSeconds = await untilDelivered(scene);
  const { reads: worked, longestStallMs } = await scene.outside.call('stopTiming', undefined);
  const own = ownTimes(load, applications, sinceSent(worked, await scene.connector.notedReads()));
  const strictlyOwn = ownTimes(load, applications, worked);
  const goal = (name: string, value: number, wanted: number) =>
    ({ name, value: rounded(value), goal: wanted, unit: 'ms', is: 'at most' }) as const;
  return {
    targets: [
      goal('accept with live screening, p99', percentile(load.latencies, 0.99), 50),
      goal('of it our own time, p99', percentile(own, 0.99), 25),
    ],
    facts: {
      'events a second': rounded(load.answered / load.seconds),
      seconds: rounded(load.seconds),
      'p50 ms': rounded(percentile(load.latencies, 0.5)),
      'p95 ms': rounded(percentile(load.latencies, 0.95)),
      'p99.9 ms': rounded(percentile(load.latencies, 0.999)),
      'longest ms': rounded(percentile(load.latencies, 1)),
      'own p50 ms': rounded(percentile(own, 0.5)),
      'own p95 ms': rounded(percentile(own, 0.95)),
      'own p99 ms, iCIMS counted only while it works': rounded(percentile(strictlyOwn, 0.99)),
      'longest stall of the simulated iCIMS, ms': rounded(longestStallMs),
      'deliveries left at the end, drained in s': rounded(drainSeconds),
    },
    broken: await countPromised(scene, applications, load),
  };
}

type Span = readonly [number, number];

/** Each read from when it left us to when iCIMS had answered it: our own waiting before and after is not part of it. */
function sinceSent(worked: ReadonlyMap<string, Span>, sentAt: ReadonlyMap<string, number>): ReadonlyMap<string, Span> {
  return new Map([...worked].map(([profile, [from, to]]) => [profile, [sentAt.get(profile) ?? from, to]]));
}

/**
 * The time of each event that is not spent with iCIMS: from when it was due to its answer, less the spans in which its
 * workflow or person was read. Waiting for the job, for a place in our event loop and for the answer to be taken from
 * the network all count as ours. Ascending.
 */
function ownTimes(
  { times }: LoadResult,
  applications: readonly Application[],
  reads: ReadonlyMap<string, Span>,
): Float64Array {
  const own = [...times].map(([index, [dueAt, answeredAt]]) => {
    const { customerId = '', workflowId = 0, personId = 0 } = applications[index] ?? {};
    const spans = [`applicantworkflows/${workflowId}`, `people/${personId}`].flatMap((path) => {
      const span = reads.get(`${customerId}/${path}`);
      return span === undefined ? [] : [span];
    });
    return answeredAt - dueAt - lengthOfUnion(spans);
  });
  return Float64Array.from(own).sort();
}

function lengthOfUnion(spans: readonly Span[]): number {
  let length = 0;
  let end = 0;
  for (const [from, to] of spans.toSorted(([one], [other]) => one - other)) {
    length += Math.max(to - Math.max(from, end), 0);
    end = Math.max(end, to);
  }
  return length;
}
