import { Failure, toFailure } from '../runtime/failure.ts';
import { comparisonText } from './compare/compare-surfaces.ts';
import { readOptions, USAGE } from './options.ts';
import { producePack, type Produced } from './produce-pack.ts';

/** The command: `npm run evidence -- --help`. Exit codes: 0 every requirement shown, 1 not, 2 wrong usage. */
process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  const startedAt = Date.now();
  const report = (line: string): void => say(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  try {
    const options = readOptions(words);
    if (options.help) return tell(USAGE);
    return conclude(await producePack(options, { environment: process.env, report }));
  } catch (thrown) {
    process.stderr.write(`${sentenceOf(thrown)}\n`);
    return toFailure(thrown).code === 'USAGE' ? 2 : 1;
  }
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
