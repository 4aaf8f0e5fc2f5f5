import { rounded, type PartResult } from './figures.ts';
import { type Options } from './options.ts';
import { eventsFor, putPlatforms, untilDelivered, type Scene } from './scene.ts';

const MORE = 10;

/** The customer's scarce good: calls to iCIMS a hire, first for a platform of which nothing is known, then again. */
export async function countReads(scene: Scene, { say }: Options): Promise<PartResult> {
  const platforms = scene.setup.documents.length;
  await putPlatforms(scene);
  const cold = await hire(scene, platforms);
  const warm = await hire(scene, platforms * MORE);
  say(`reads: ${cold.reads / platforms} cold, ${warm.reads / platforms / MORE} with the location cached`);
  const goal = (name: string, value: number, wanted: number) =>
    ({ name, value: rounded(value), goal: wanted, unit: 'calls', is: 'at most' }) as const;
  return {
    targets: [
      goal('iCIMS reads of a cold hire', cold.reads / platforms, 4),
      goal('iCIMS reads of a hire with its location cached', warm.reads / platforms / MORE, 3),
      goal('tokens of a platform and token lifetime', (cold.tokens + warm.tokens) / platforms, 1),
    ],
    facts: { 'iCIMS writes of a hire': rounded(warm.writes / platforms / MORE), platforms },
    broken: [],
  };
}

async function hire(scene: Scene, count: number) {
  const situations = ['h1b-new-graduate'] as const;
  const applications = await scene.outside.call('addApplications', { count, situations });
  await scene.outside.call('resetCounts', undefined);
  const requests = eventsFor(scene, applications);
  await scene.load.call('closed', { requests, connections: 1, seconds: 60, again: false });
  await untilDelivered(scene);
  return scene.outside.call('counts', undefined);
}
