import { median, rounded, type PartResult } from './figures.ts';
import { type EventRequests } from './event-requests.ts';
import { inTurns, measure, type Measured } from './measure.ts';
import { type Options } from './options.ts';
import { eventsFor, untilDelivered, type Scene } from './scene.ts';

const CONNECTIONS = 50;
const ROUNDS = 5;
const APPLICATIONS = 1_000;
/** A repeat is known without a read for a minute after its hire was accepted, so each round makes its hires anew. */
const DUPLICATES = 200;

type Variant = 'floor' | 'ignored' | 'ignored, hmac' | 'ignored, gzip' | 'duplicate';
const variants: readonly Variant[] = ['floor', 'ignored', 'ignored, hmac', 'ignored, gzip', 'duplicate'];

/** Events that need no read from iCIMS, against bare node:http with the same group commit; in turns, all in one run. */
export async function measureFloor(scene: Scene, { seconds, quick, smoke, say }: Options): Promise<PartResult> {
  const each = Math.min(seconds, 5);
  const rounds = smoke ? 3 : quick ? 1 : ROUNDS;
  return toResult(await inTurns(variants, { rounds, say }, (variant) => run(scene, variant, each)));
}

async function run(scene: Scene, variant: Variant, seconds: number): Promise<Measured> {
  const isFloor = variant === 'floor';
  const requests = await requestsOf(scene, variant);
  const port = isFloor ? { port: scene.floor.floor } : {};
  const closed = { requests: { ...requests, ...port }, connections: CONNECTIONS, seconds, again: true };
  return measure(scene, isFloor ? scene.floorPid : scene.connector.pid, () => scene.load.call('closed', closed));
}

async function requestsOf(scene: Scene, variant: Variant): Promise<EventRequests> {
  if (variant === 'duplicate') return duplicates(scene);
  const some = Array.from({ length: APPLICATIONS }, (_, index) => ({
    customerId: scene.setup.documents[index % scene.setup.documents.length]?.customerId ?? '',
    workflowId: 900_000 + index,
    personId: 800_000 + index,
    jobId: 1_501,
  }));
  return eventsFor(scene, some, {
    newStatus: scene.setup.otherStatus,
    authentication: variant === 'ignored, hmac' ? 'hmac' : 'basic',
    gzip: variant === 'ignored, gzip',
  });
}

/** Hires that were accepted a moment ago, and their events again. */
async function duplicates(scene: Scene): Promise<EventRequests> {
  const situations = ['h1b-new-graduate'] as const;
  const fresh = await scene.outside.call('addApplications', { count: DUPLICATES, situations });
  const requests = eventsFor(scene, fresh);
  const accepted = await scene.load.call('closed', { requests, connections: 20, seconds: 30, again: false });
  if (accepted.byStatus[200] !== DUPLICATES) throw new Error(`Not accepted: ${String(accepted.firstOther)}`);
  await untilDelivered(scene);
  return requests;
}

const wantedStatus: Readonly<Record<Variant, number>> = {
  floor: 200,
  ignored: 200,
  'ignored, hmac': 200,
  'ignored, gzip': 200,
  duplicate: 400,
};

function toResult(runs: ReadonlyMap<Variant, readonly Measured[]>): PartResult {
  const of = (variant: Variant): readonly Measured[] => runs.get(variant) ?? [];
  const ratio = (variant: Variant, to: Variant): number =>
    median(of(variant).map(({ perSecond }, round) => perSecond / (of(to)[round]?.perSecond ?? Infinity)));
  const goal = (name: string, value: number, wanted: number) =>
    ({ name, value: rounded(value), goal: wanted, unit: 'of the floor', is: 'at least' }) as const;
  return {
    targets: [
      goal('ignored events, Basic', ratio('ignored', 'floor'), 0.55),
      goal('ignored events, HMAC', ratio('ignored, hmac', 'floor'), 0.55),
      goal('duplicate events', ratio('duplicate', 'floor'), 0.55),
      { ...goal("gzip'd events", ratio('ignored, gzip', 'ignored'), 0.8), unit: 'of plain' },
    ],
    facts: {
      connections: CONNECTIONS,
      rounds: of('floor').length,
      'generator alone, µs a request': rounded(median(of('floor').map(({ generatorMicros }) => generatorMicros))),
    },
    rows: variants.map((variant) => toRow(variant, of(variant))),
    broken: variants.flatMap((variant) => strangers(variant, of(variant))),
  };
}

function toRow(variant: Variant, measured: readonly Measured[]): Record<string, number | string> {
  const middle = (pick: (one: Measured) => number): number => rounded(median(measured.map(pick)));
  const all = measured.map(({ perSecond }) => Math.round(perSecond));
  return {
    events: variant,
    'per second': middle(({ perSecond }) => perSecond),
    'from, to': `${Math.min(...all)} to ${Math.max(...all)}`,
    'p50 ms': middle(({ load }) => load.latencies[Math.floor(load.latencies.length / 2)] ?? 0),
    'p99 ms': middle(({ load }) => load.latencies[Math.floor(load.latencies.length * 0.99)] ?? 0),
    'server µs': middle(({ serverMicros }) => serverMicros),
    'PostgreSQL µs': middle(({ postgresMicros }) => postgresMicros),
  };
}

function strangers(variant: Variant, measured: readonly Measured[]): string[] {
  return measured
    .filter(({ load }) => load.byStatus[wantedStatus[variant]] !== load.answered)
    .map(({ load }) => `${variant}: answers ${JSON.stringify(load.byStatus)}, first ${String(load.firstOther)}`);
}
