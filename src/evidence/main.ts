import { readConfig } from '../runtime/config.ts';
import { Failure, toFailure } from '../runtime/failure.ts';
import { comparisonText } from './compare/compare-surfaces.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { producePack } from './produce-pack.ts';
import { type Produced } from './produced.ts';
import { produceRealPack } from './real/produce-real-pack.ts';

/** How often the admin API is asked whether the event came. */
const POLL_MS = 2_000;

/** The command: `npm run evidence -- --help`. Exit codes: 0 every requirement shown, 1 not, 2 wrong usage. */
process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  const startedAt = Date.now();
  const report = (line: string): void => say(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  try {
    const options = readOptions(words);
    if (options.help) return tell(USAGE);
    return conclude(await produce(options, report));
  } catch (thrown) {
    process.stderr.write(`${sentenceOf(thrown)}\n`);
    return toFailure(thrown).code === 'USAGE' ? 2 : 1;
  }
}

async function produce(options: Options, report: (line: string) => void): Promise<Produced> {
  const { adminToken, connectorUrl, publicUrl = null } = readConfig(process.env);
  const endpoint = options.endpoint ?? publicUrl;
  const { real, ...rest } = options;
  if (real === null) return producePack({ ...rest, endpoint }, { environment: process.env, report });
  if (adminToken === undefined)
    throw new Failure('invalid', 'USAGE', 'ADMIN_TOKEN must be set to that of the connector.');
  const around = { connectorUrl, adminToken, pollMs: POLL_MS, signal: untilInterrupted(), report };
  return produceRealPack({ ...rest, ...real, ...around, endpoint: `${endpoint ?? connectorUrl}/icims/v1/events` });
}

/** The first Ctrl-C asks to stop and to keep what was taken; the second ends at once. */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    controller.abort();
  });
  return controller.signal;
}

/** Prints the verdict. */
function conclude({ verdicts, comparison }: Produced): number {
  for (const { shown, question, problems } of verdicts) {
    say(`${shown ? '  shown     ' : '  NOT SHOWN '} ${question}`);
    for (const problem of problems) say(`              ${problem}`);
  }
  if (comparison !== null) say(`\n${comparisonText(comparison)}`);
  const missing = verdicts.filter(({ shown }) => !shown).length;
  say(missing === 0 ? `All ${verdicts.length} requirements are shown.` : `${missing} requirements are not shown.`);
  return missing === 0 ? 0 : 1;
}

/** Our own failures are one sentence; anything else is told with its message, because nobody's data is in it. */
function sentenceOf(thrown: unknown): string {
  if (thrown instanceof Failure) return thrown.message;
  return thrown instanceof Error ? `The evidence could not be produced: ${thrown.message}` : 'It failed.';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(text: string): number {
  say(text);
  return 0;
}
