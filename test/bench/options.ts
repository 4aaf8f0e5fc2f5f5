import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const partNames = ['start', 'reads', 'floor', 'layers', 'screening', 'end-to-end', 'rates', 'burst', 'growth'] as const;
export type PartName = (typeof partNames)[number];

export interface Options {
  readonly only: readonly PartName[];
  /** Of each run. */
  readonly seconds: number;
  /** Of the sustained run. */
  readonly minute: number;
  /** Fewer rounds: to see that it works. */
  readonly quick: boolean;
  /** How many hires are stored for the part `growth`. */
  readonly hires: number;
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

  --only <part>      ${partNames.join(', ')}; may be given several times
  --seconds <n>      length of a run (default 30; floor and layers use at most 5 and 3)
  --hires <n>        stored hires of the part growth (default 1000000)
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
      hires: { type: 'string', default: '1000000' },
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
    only: partsOf(smoke ? ['floor'] : values.only),
    hires: Number(values.hires),
    smoke,
    ...lengths(quick, smoke ? '1' : seconds),
    quick,
    command: [process.execPath, ...profile, ...values.node, ...startWords()],
    write: !quick && [seconds, values.profile, values.node[0]].every((given) => given === undefined),
    say: (line) => console.log(`  ${line}`),
  };
}

function partsOf(names: readonly string[]): readonly PartName[] {
  return names.length === 0 ? partNames : names.map(toPartName);
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
