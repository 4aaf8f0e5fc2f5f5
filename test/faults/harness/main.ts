import globalSetup from '../../support/global-setup.ts';
import globalTeardown from '../../support/global-teardown.ts';
import { endProcesses } from '../../support/processes.ts';
import { type Options, readOptions, TOPOLOGIES, USAGE } from './options.ts';
import { isClean, summaryOf, tell, type Told } from './report.ts';
import { runOnce } from './run-once.ts';
import { type Topology } from './schedule.ts';
import { openStage } from './stage.ts';

const options = readOptions(process.argv.slice(2));
if (options === null) process.stdout.write(USAGE);
else await strikeAll(options);

async function strikeAll(given: Options): Promise<void> {
  process.stdout.write(`seed ${given.seed}\n`);
  await globalSetup();
  const all: Told[] = [];
  try {
    const chapters = chaptersOf(given).values();
    const giveUpAt = performance.now() + given.seconds * 1000;
    const lane = async (index: number): Promise<void> => {
      const topology = given.topology ?? TOPOLOGIES[index % TOPOLOGIES.length] ?? 'one';
      for (const chapter of chapters) all.push(...(await play(chapter, topology, { ...given, giveUpAt })));
    };
    await Promise.all(Array.from({ length: given.lanes }, (_, index) => lane(index)));
  } finally {
    await endProcesses();
    await globalTeardown();
  }
  process.stdout.write(`\n${summaryOf(all)}\n`);
  process.exit(all.every(isClean) ? 0 : 1);
}

interface Chapter {
  readonly seed: number;
  readonly runs: number;
}

function chaptersOf({ seed, runs, chapter }: Options): Chapter[] {
  const count = Math.ceil(runs / chapter);
  return Array.from({ length: count }, (_, index) => ({
    seed: seed + index * chapter,
    runs: Math.min(chapter, runs - index * chapter),
  }));
}

/** Runs on one stage, until one of them finds something: what comes after it would only repeat it. */
async function play(
  { seed, runs }: Chapter,
  topology: Topology,
  { out, giveUpAt }: Pick<Options, 'out'> & { giveUpAt: number },
): Promise<Told[]> {
  const told: Told[] = [];
  if (performance.now() > giveUpAt) return told;
  const stage = await openStage(topology, seed).catch((thrown: unknown) => {
    const broken = { seed, broken: `No stage could be opened: ${String(thrown)}` };
    tell(broken, out);
    told.push(broken);
  });
  if (stage === undefined) return told;
  for (let run = 0; run < runs && performance.now() < giveUpAt && told.every(isClean); run += 1) {
    const result = await runOnce(stage, run)
      .then((each) => ({ topology, ...each }))
      .catch((thrown: unknown) => ({ seed: seed + run, broken: String(thrown) }));
    tell(result, out);
    told.push(result);
  }
  await stage.close();
  return told;
}
