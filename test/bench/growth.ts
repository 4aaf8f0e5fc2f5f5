import { enablePlatform } from '../../src/sandbox/enable-platform.ts';
import { measureRate, rowOfRate, type RateResult } from './arrive.ts';
import { rounded, type PartResult } from './figures.ts';
import { type Options } from './options.ts';
import { type Scene } from './scene.ts';
import { storeHires } from './store-hires.ts';

const PER_SECOND = 100;
/** New platforms' ids; the simulated ones have four digits. */
const FIRST_PLATFORM = 500_000;

interface Step {
  readonly label: string;
  readonly prepare: (scene: Scene) => Promise<void>;
}

/** Acceptance at one arrival rate while platforms and stored hires grow: does size cost anything? */
export async function measureGrowth(scene: Scene, { seconds, quick, hires, say }: Options): Promise<PartResult> {
  const { steps, most } = quick ? stepsTo(200, 20_000) : stepsTo(5_000, hires);
  await measureRate(scene, PER_SECOND, 5);
  const results: { label: string; result: RateResult }[] = [];
  for (const { label, prepare } of steps) {
    say(`growth: ${label}`);
    await prepare(scene);
    results.push({ label, result: await measureRate(scene, PER_SECOND, seconds) });
  }
  const [first, last] = [results.at(0), results.at(-1)].map((each) => each?.result.p99 ?? NaN);
  const name = `accept p99 with ${most}, of that with 20 platforms and few hires`;
  const value = rounded((last ?? NaN) / (first ?? NaN));
  return {
    targets: [{ name, value, goal: 1.2, unit: 'times', is: 'at most' }],
    facts: { 'events a second': PER_SECOND, 'seconds of each': seconds },
    rows: results.map(({ label, result }) => rowOfRate(label, result)),
    broken: results.flatMap(({ result }) => result.broken),
  };
}

function stepsTo(platforms: number, hires: number): { steps: readonly Step[]; most: string } {
  const simulated = ({ setup }: Scene): number => setup.documents.length;
  const steps: readonly Step[] = [
    { label: '20 platforms, few hires', prepare: () => Promise.resolve() },
    { label: '100 platforms', prepare: (scene) => storePlatforms(scene, simulated(scene), 100) },
    { label: `${platforms} platforms`, prepare: (scene) => storePlatforms(scene, 100, platforms) },
    { label: `and ${hires} hires`, prepare: ({ pool }) => storeHires(pool, hires) },
  ];
  return { steps, most: `${platforms} platforms and ${hires} hires` };
}

/** Further platforms, up to `count`, that nobody sends to: the same document under other ids. */
async function storePlatforms({ connector, setup }: Scene, from: number, count: number): Promise<void> {
  const [model] = setup.documents;
  if (model === undefined) throw new Error('There is no platform');
  const text = JSON.stringify(model);
  for (let index = from; index < count; index += 1) {
    const customerId = String(FIRST_PLATFORM + index);
    await enablePlatform(connector.admin, JSON.parse(text.replaceAll(model.customerId, customerId)) as typeof model);
  }
}
