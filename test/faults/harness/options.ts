import { parseArgs } from 'node:util';
import { type Topology } from './schedule.ts';

export interface Options {
  readonly runs: number;
  readonly seed: number;
  /** So many stages at once: one process, one on its private PostgreSQL, three processes, and so on. */
  readonly lanes: number;
  /** The same processes on every stage. */
  readonly topology: Topology | undefined;
  /** Runs on one database, before the next stage begins on a fresh one. */
  readonly chapter: number;
  /** Starts no more runs after so many seconds. */
  readonly seconds: number;
  /** A file that gets one line of JSON a run. */
  readonly out: string | undefined;
}

/** In the order in which the lanes take them. */
export const TOPOLOGIES = ['one', 'private', 'three'] as const satisfies readonly Topology[];

export const USAGE = `npm run faults -- [options]

Ends processes of the connector, by kill -9 at named places and at any time, most often while iCIMS, the case system, the
database or the clock is in trouble too, and holds what exists afterwards against what
was answered. Real processes, real PostgreSQL, simulated iCIMS and case system. The exit code is 1 when a run found anything.

  --runs <n>      how many (default 30)
  --seed <n>      of the first run; the others count on from it (default: by chance)
  --lanes <n>     so many at once (default 3: one process, one on its private PostgreSQL, three)
  --topology <t>  one, private or three, on every lane
  --chapter <n>   runs on one database (default 15)
  --seconds <n>   starts no more runs after that time (default: no limit)
  --out <file>    adds one line of JSON a run
  --help          this text

A failed run is repeated by its seed and topology: npm run faults -- --runs 1 --lanes 1 --seed <seed> --topology <t>
`;

/** Null when only the usage was wanted. */
export function readOptions(words: readonly string[]): Options | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: {
      runs: text,
      seed: text,
      lanes: text,
      topology: text,
      chapter: text,
      seconds: text,
      out: text,
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return null;
  return {
    runs: toNumber('runs', values.runs, 30),
    seed: toNumber('seed', values.seed, Math.floor(Math.random() * 1_000_000)),
    lanes: toNumber('lanes', values.lanes, 3),
    topology: toTopology(values.topology),
    chapter: toNumber('chapter', values.chapter, 15),
    seconds: toNumber('seconds', values.seconds, Infinity),
    out: values.out,
  };
}

function toTopology(given: string | undefined): Topology | undefined {
  const known = TOPOLOGIES.find((each) => each === given);
  if (given !== undefined && known === undefined) throw new Error(`--topology wants one of ${TOPOLOGIES.join(', ')}`);
  return known;
}

function toNumber(name: string, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(given)) throw new Error(`--${name} wants a whole number`);
  return Number(given);
}
