import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** In the order of the page of results. */
export const partNames = [
  'start',
  'reads',
  'floor',
  'layers',
  'screening',
  'end-to-end',
  'rates',
  'burst',
  'growth',
  'kills',
  'lists',
  'pages',
] as const;
export type PartName = (typeof partNames)[number];

export interface Options {
  readonly only: readonly PartName[];
  /** Of each run. */
  readonly seconds: number;
  /** Of the sustained run. */
  readonly minute: number;
  /** Fewer rounds: to see that it works. */
  readonly quick: boolean;
  /** How many platforms there are in the part `growth`, ascending; those that are sent to come first. */
  readonly platforms: readonly number[];
  /** How many hires are stored in the part `growth`, ascending. */
  readonly hires: readonly number[];
  /** How many hires are stored in the parts `lists` and `pages`. */
  readonly listed: number;
  /** Only whether ratios are anywhere near what they were: fails when they are not. */
  readonly smoke: boolean;
  /** How the connector is started; another one for a profile. */
  readonly command: readonly [string, ...string[]];
  readonly write: boolean;
  readonly say: (line: string) => void;
}

export const USAGE = `npm run bench -- [options]

Measures the connector on this machine: simulated iCIMS, webhook case system, PostgreSQL and load generator share its
cores. Prints goals and figures. What is measured in full goes to docs/performance.json and into docs/performance.md.

  --only <parts>     ${partNames.join(', ')};
                     several with commas between them, or the option several times
  --seconds <n>      length of a run (default 30; floor and layers use at most 5 and 3)
  --platforms <n,…>  platforms of the part growth (default 1,100,5000)
  --hires <n,…>      stored hires of the part growth, with the most platforms (default 0,1000000,5000000);
                     the last one is also that of the parts lists and pages (default 1000000)
  --smoke            events without a read against the floor, for seconds: fails below a quarter of the goal; for CI
  --quick            one round, short runs: to see that it works
  --profile <dir>    the connector writes a CPU profile there when it ends
  --node <option>    starts the connector with this option of Node; may be given several times
  --help             this text

A goal that is missed is printed as missed. The exit code is 1 only when a count does not add up: a hire lost or doubled.
`;

/** Null when only the usage was wanted. */
export function readOptions(words: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string', multiple: true, default: [] },
      seconds: { type: 'string' },
      platforms: { type: 'string', multiple: true },
      hires: { type: 'string', multiple: true },
      smoke: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      profile: { type: 'string' },
      node: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { seconds, smoke } = values;
  const quick = values.quick || smoke;
  const profile = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  return {
    only: partsOf(smoke ? ['floor'] : wordsOf(values.only)),
    ...sizesOf(quick, values),
    smoke,
    ...lengths(quick, smoke ? '1' : seconds),
    quick,
    command: [process.execPath, ...profile, ...startWords().slice(0, -1), ...values.node, ...startWords().slice(-1)],
    write:
      !quick &&
      [seconds, values.profile, values.node[0], values.platforms, values.hires].every((given) => given === undefined),
    say: (line) => console.log(`  ${line}`),
  };
}

function partsOf(names: readonly string[]): readonly PartName[] {
  return names.length === 0 ? partNames : names.map(toPartName);
}

/** `a,b` and `c` are three words. */
function wordsOf(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => value.split(',')).map((word) => word.trim());
}

function sizesOf(
  quick: boolean,
  { platforms, hires }: { platforms?: string[]; hires?: string[] },
): Pick<Options, 'platforms' | 'hires' | 'listed'> {
  return {
    platforms: numbersOf(platforms, quick ? [1, 50, 200] : [1, 100, 5_000]),
    hires: numbersOf(hires, quick ? [0, 10_000, 20_000] : [0, 1_000_000, 5_000_000]),
    listed: numbersOf(hires, [quick ? 20_000 : 1_000_000]).at(-1) ?? 0,
  };
}

function numbersOf(values: readonly string[] | undefined, otherwise: readonly number[]): readonly number[] {
  if (values === undefined) return otherwise;
  const numbers = wordsOf(values).map((word) => (/^\d+$/.test(word) ? Number(word) : NaN));
  if (numbers.some(Number.isNaN)) throw new Error(`--platforms and --hires want whole numbers, not ${values.join()}`);
  return numbers.toSorted((one, other) => one - other);
}

function lengths(quick: boolean, given: string | undefined): Pick<Options, 'seconds' | 'minute'> {
  if (given !== undefined) return { seconds: Number(given), minute: Number(given) };
  return quick ? { seconds: 3, minute: 10 } : { seconds: 30, minute: 60 };
}

/** What `npm start` gives to node. */
function startWords(): string[] {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(1);
}

function toPartName(name: string): PartName {
  const known = partNames.find((each) => each === name);
  if (known === undefined) throw new Error(`--only wants one of ${partNames.join(', ')}`);
  return known;
}
