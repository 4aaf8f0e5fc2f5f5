import type { LoadResult } from './load-process.ts';
import { cpuMicrosOf, cpuMicrosOfServer } from './processes.ts';
import { type Scene } from './scene.ts';

/** One run against one server. */
export interface Measured {
  readonly load: LoadResult;
  readonly perSecond: number;
  /** Processor microseconds a request, of the server and of PostgreSQL. Other programs on the machine do not add to it. */
  readonly serverMicros: number;
  readonly postgresMicros: number;
  readonly generatorMicros: number;
}

/** Runs `work` and counts the processor time of the server `pid` and of PostgreSQL meanwhile. */
export async function measure(
  { postgresPid }: Pick<Scene, 'postgresPid'>,
  pid: number,
  work: () => Promise<LoadResult>,
): Promise<Measured> {
  const before = await Promise.all([cpuMicrosOf(pid), cpuMicrosOfServer(postgresPid)]);
  const load = await work();
  const after = await Promise.all([cpuMicrosOf(pid), cpuMicrosOfServer(postgresPid)]);
  const each = (micros: number): number => micros / Math.max(load.answered, 1);
  return {
    load,
    perSecond: load.answered / load.seconds,
    serverMicros: each(after[0] - before[0]),
    postgresMicros: each(after[1] - before[1]),
    generatorMicros: each(load.cpuMicros),
  };
}

/**
 * A B C A B C …: whatever else the machine does meanwhile hits all alike, so that their ratio means something. The first
 * round warms up and is not counted.
 */
export async function inTurns<Name extends string>(
  names: readonly Name[],
  { rounds, say }: { rounds: number; say: (line: string) => void },
  run: (name: Name) => Promise<Measured>,
): Promise<ReadonlyMap<Name, readonly Measured[]>> {
  const runs = new Map<Name, Measured[]>(names.map((name) => [name, []]));
  const turns = Array.from({ length: rounds + 1 }, (_, round) => names.map((name) => ({ name, round }))).flat();
  for (const { name, round } of turns) {
    const measured = await run(name);
    say(`${round === 0 ? 'warm-up' : `round ${round}`}: ${name} ${Math.round(measured.perSecond)}/s`);
    if (round > 0) runs.get(name)?.push(measured);
  }
  return runs;
}
