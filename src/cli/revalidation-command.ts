import { type Command } from 'commander';
import { deadlinesOf, type Revalidation } from '../evidence/revalidation/revalidation.ts';
import { readRevalidation, REVALIDATION } from '../evidence/revalidation/revalidation-file.ts';
import { Failure } from '../runtime/failure.ts';
import { type CommandLine } from './command-line.ts';
import { addCommand, type JsonOption } from './options.ts';
import { print, toTable } from './print.ts';

/** `revalidation`: by when iCIMS wants to validate the connector again. Needs no database. */
export function addRevalidationCommand(program: Command, commandLine: CommandLine): void {
  const about = 'deadlines of the validation by iCIMS; fails when one has passed';
  addCommand(program, 'revalidation', about, ['revalidation', 'revalidation --pack validation-evidence --json'])
    .option('--pack <directory>', 'the validation pack', 'validation-evidence')
    .action(async (options: JsonOption & { readonly pack: string }) => {
      const kept = await readRevalidation(options.pack);
      if (kept === null) throw missing(options.pack);
      const deadlines = deadlinesOf(kept, new Date());
      await print(commandLine, options, { ...kept, deadlines }, toText);
      const overdue = deadlines.filter(({ state }) => state === 'overdue').length;
      if (overdue > 0) throw new Failure('rejected', 'REVALIDATION_OVERDUE', `${overdue} deadline(s) have passed.`);
    });
}

function missing(pack: string): Failure {
  const sentence = `There is no ${REVALIDATION} in ${pack}: produce the pack with npm run evidence.`;
  return new Failure('invalid', 'REVALIDATION_FILE', sentence);
}

function toText(told: Revalidation & { readonly deadlines: ReturnType<typeof deadlinesOf> }): string {
  const { validatedOn, packProducedAt, changesToValidate, deadlines } = told;
  const rows = deadlines.map(({ state, due, daysLeft, kind, on, subject }) => [
    state,
    due,
    daysLeft,
    kind,
    on,
    subject,
  ]);
  return [
    `Validated by iCIMS: ${validatedOn ?? 'not yet'}. Pack of ${packProducedAt}.`,
    `Changes that iCIMS has to validate: ${changesToValidate.length === 0 ? 'none' : changesToValidate.join('; ')}`,
    rows.length === 0
      ? 'No notice and no mandatory feature is on record.'
      : toTable(['state', 'due', 'days left', 'kind', 'since', 'subject'], rows),
  ].join('\n');
}
