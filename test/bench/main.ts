import { measureBurst } from './burst.ts';
import { measureEndToEnd } from './end-to-end.ts';
import { rounded, type PartResult } from './figures.ts';
import { measureFloor } from './floor.ts';
import { measureGrowth } from './growth.ts';
import { measureKills } from './kills.ts';
import { measureLayers } from './layers.ts';
import { measureLists } from './lists.ts';
import { describeMachine } from './machine.ts';
import { readOptions, USAGE, type Options, type PartName } from './options.ts';
import { measurePages } from './pages.ts';
import { printResult } from './print-result.ts';
import { megabytesOfServer, peakMegabytesOf } from './processes.ts';
import { measureRates } from './rates.ts';
import { countReads } from './reads.ts';
import { openScene, type Scene } from './scene.ts';
import { measureScreening } from './screening.ts';
import { measureStart } from './start.ts';
import { writeResults } from './write-results.ts';

/** The parts that start connectors of their own. */
const alone = {
  start: measureStart,
  growth: measureGrowth,
  kills: measureKills,
  lists: measureLists,
  pages: measurePages,
} as const satisfies Partial<Record<PartName, (options: Options) => Promise<PartResult>>>;
type Alone = keyof typeof alone;

/** The parts that share one running connector. */
const parts = {
  reads: countReads,
  floor: measureFloor,
  layers: measureLayers,
  screening: measureScreening,
  'end-to-end': measureEndToEnd,
  rates: measureRates,
  burst: measureBurst,
} as const satisfies Record<Exclude<PartName, Alone>, (scene: Scene, options: Options) => Promise<PartResult>>;

// A signal by itself would leave the connector behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const options = readOptions(process.argv.slice(2));
if (options === null) console.log(USAGE);
else await bench(options);

async function bench(given: Options): Promise<void> {
  const results = new Map<string, PartResult>();
  const keep = (name: string, result: PartResult): void => {
    results.set(name, result);
    printResult(name, result);
  };
  const machine = describeMachine();
  for (const name of given.only.filter(isAlone)) keep(name, await alone[name](given));
  const rest = given.only.filter((name): name is Exclude<PartName, Alone> => !isAlone(name));
  const about = rest.length === 0 ? {} : await onScene(given, rest, keep);
  if (given.write) writeResults({ ...machine, ...about }, results);
  const bad = [...results.values()].flatMap(({ broken }) => broken);
  if (bad.length > 0 || (given.smoke && isFarOff(results))) process.exitCode = 1;
}

function isAlone(name: PartName): name is Alone {
  return name in alone;
}

/** On a shared machine a single short run may be off by much; below a quarter of its goal something is wrong. */
function isFarOff(results: ReadonlyMap<string, PartResult>): boolean {
  const ratios = [...results.values()].flatMap(({ targets }) => targets).filter(({ is }) => is === 'at least');
  const far = ratios.filter(({ value, goal }) => value < goal / 4);
  for (const { name, value } of far) console.log(`  FAR OFF ${name}: ${value}`);
  return far.length > 0;
}

async function onScene(
  given: Options,
  names: readonly Exclude<PartName, Alone>[],
  keep: (name: string, result: PartResult) => void,
): Promise<Record<string, string>> {
  const scene = await openScene(given.command);
  try {
    for (const name of names) keep(name, await parts[name](scene, given));
    keep('memory', await measureMemory(scene));
    const { rows } = await scene.pool.query<{ server_version: string }>('SHOW server_version');
    return { postgresql: rows[0]?.server_version ?? '' };
  } finally {
    await scene.stop();
  }
}

/** After all load: the largest size that the connector ever had. */
async function measureMemory({ connector, postgresPid }: Scene): Promise<PartResult> {
  const value = rounded(await peakMegabytesOf(connector.pid));
  return {
    targets: [{ name: 'resident memory of the connector at its largest', unit: 'MB', value, goal: 300, is: 'at most' }],
    facts: {
      'PostgreSQL, all processes, MB': rounded(await megabytesOfServer(postgresPid)),
      ...figuresOf(await connector.metrics()),
    },
    broken: [],
  };
}

/** What the connector says of its own memory, in megabytes. */
function figuresOf(metrics: string): Record<string, number> {
  const names = [
    'process_resident_memory_bytes',
    'nodejs_heap_size_used_bytes',
    'nodejs_heap_size_total_bytes',
    'nodejs_external_memory_bytes',
  ];
  return Object.fromEntries(
    names.map((name) => [
      name.replace('_bytes', ', MB'),
      rounded(Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1] ?? 0) / 2 ** 20),
    ]),
  );
}
