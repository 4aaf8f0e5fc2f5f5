import { enablePlatform } from '../../src/sandbox/enable-platform.ts';
import { measureRate, rowOfRate, type RateResult } from './arrive.ts';
import { rounded, type PartResult } from './figures.ts';
import { type Options } from './options.ts';
import { peakMegabytesOf } from './processes.ts';
import { openScene, putPlatforms, type Scene } from './scene.ts';
import { storeHires } from './store-hires.ts';

const PER_SECOND = 100;
/** New platforms' ids; the simulated ones have four digits. */
const FIRST_PLATFORM = 500_000;

interface Size {
  readonly platforms: number;
  /** Stored before, beside the few of the run itself. */
  readonly hires: number;
}

interface Step extends Size {
  readonly result: RateResult;
  readonly megabytes: number;
}

/**
 * Acceptance at one arrival rate while first platforms and then stored hires grow: does size cost anything? A scene of its
 * own: its store is filled for good.
 */
export async function measureGrowth({ seconds, platforms, hires, command, say }: Options): Promise<PartResult> {
  const sizes = sizesOf(platforms, hires);
  const [first] = sizes;
  const scene = await openScene(command, first?.platforms);
  try {
    // As many as the scene has: one that is to begin with more than are simulated is filled by the first step.
    let before: Size = { platforms: Math.min(first?.platforms ?? 0, scene.setup.documents.length), hires: 0 };
    await measureRate(scene, PER_SECOND, 5, before.platforms);
    const steps: Step[] = [];
    for (const size of sizes) {
      say(`growth: ${nameOf(size)}`);
      await fill(scene, before, size);
      before = size;
      const result = await measureRate(scene, PER_SECOND, seconds, size.platforms);
      steps.push({ ...size, result, megabytes: await peakMegabytesOf(scene.connector.pid) });
    }
    return toResult(steps, seconds);
  } finally {
    await scene.stop();
  }
}

/** Every number of platforms with the fewest hires, then the most platforms with ever more hires. */
function sizesOf(platforms: readonly number[], hires: readonly number[]): readonly Size[] {
  const [fewest = 0, ...more] = hires;
  const most = platforms.at(-1) ?? 1;
  return [
    ...platforms.map((count) => ({ platforms: count, hires: fewest })),
    ...more.map((count) => ({ platforms: most, hires: count })),
  ];
}

function toResult(steps: readonly Step[], seconds: number): PartResult {
  const [first, last] = [steps.at(0), steps.at(-1)];
  const times = ({ result }: Pick<Step, 'result'>): number => rounded(result.p99 / (first?.result.p99 ?? NaN));
  const targets =
    first === undefined || last === undefined
      ? []
      : [
          {
            name: `accept p99 with ${nameOf(last)}, of that with ${nameOf(first)}`,
            value: times(last),
            goal: 1.2,
            unit: 'times',
            is: 'at most',
          } as const,
        ];
  return {
    targets,
    facts: { 'events a second': PER_SECOND, 'seconds of each': seconds },
    rows: steps.map((step) => ({
      ...rowOfRate(nameOf(step), step.result),
      'p99, of the first': times(step),
      'connector at its largest, MB': rounded(step.megabytes),
    })),
    broken: steps.flatMap(({ result }) => result.broken),
  };
}

function nameOf({ platforms, hires }: Size): string {
  return `${platforms} ${platforms === 1 ? 'platform' : 'platforms'}, ${hires} hires`;
}

async function fill(scene: Scene, before: Size, size: Size): Promise<void> {
  const simulated = scene.setup.documents.length;
  await putPlatforms(scene, before.platforms, size.platforms);
  await storePlatforms(scene, Math.max(before.platforms, simulated), size.platforms);
  await storeHires(scene.pool, before.hires, size.hires);
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
