import { median, rounded, type PartResult } from './figures.ts';
import { layers, type Layer } from './layer-names.ts';
import { inTurns, measure, type Measured } from './measure.ts';
import { type Options } from './options.ts';
import { eventsFor, type Scene } from './scene.ts';

const ROUNDS = 5;
const CONNECTIONS = 50;

const names: Readonly<Record<Layer, string>> = {
  bare: 'bare node:http + JSON.parse',
  express: '+ Express, our body reader, JSON answer',
  authenticated: '+ Basic credential, strict JSON',
  contract: '+ OpenAPI contract, intake rules',
  logged: '+ log line, metrics',
  durable: '+ group commit: the whole way',
  fastify: 'Fastify, its own schema check, credential, group commit',
  floor: 'the floor: bare + group commit',
};

/** Where the time of an ignored event goes: the product's own layers put on one after another. */
export async function measureLayers(scene: Scene, { seconds, quick, say }: Options): Promise<PartResult> {
  const each = Math.min(seconds, 3);
  const applications = Array.from({ length: 1_000 }, (_, index) => ({
    customerId: scene.setup.documents[index % scene.setup.documents.length]?.customerId ?? '',
    workflowId: 900_000 + index,
    personId: 800_000 + index,
    jobId: 1_501,
  }));
  const runs = await inTurns(layers, { rounds: quick ? 1 : ROUNDS, say }, (layer) => {
    const requests = eventsFor(scene, applications, { port: scene.floor[layer], newStatus: scene.setup.otherStatus });
    const closed = { requests, connections: CONNECTIONS, seconds: each, again: true };
    return measure(scene, scene.floorPid, () => scene.load.call('closed', closed));
  });
  return { targets: [], facts: { connections: CONNECTIONS }, rows: toRows(runs), broken: [] };
}

function toRows(runs: ReadonlyMap<Layer, readonly Measured[]>): Record<string, number | string>[] {
  const microsOf = (layer: Layer): number => median((runs.get(layer) ?? []).map(({ serverMicros }) => serverMicros));
  return layers.map((layer, index) => {
    const before = layer === 'floor' || layer === 'fastify' ? 'bare' : layers[index - 1];
    const measured = runs.get(layer) ?? [];
    return {
      layer: names[layer],
      'per second': rounded(median(measured.map(({ perSecond }) => perSecond))),
      'server µs': rounded(microsOf(layer)),
      'more than before, µs': before === undefined ? '' : rounded(microsOf(layer) - microsOf(before)),
      'PostgreSQL µs': rounded(median(measured.map(({ postgresMicros }) => postgresMicros))),
    };
  });
}
