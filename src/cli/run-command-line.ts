import { Command, CommanderError } from 'commander';
import { Failure, toFailure } from '../runtime/failure.ts';
import { placeOf } from '../runtime/log.ts';
import { addAuditCommands } from './audit-commands.ts';
import { addBackupCommands } from './backup-commands.ts';
import { type CommandLine } from './command-line.ts';
import { addEraseCommands } from './erase-commands.ts';
import { addEventCommands } from './event-commands.ts';
import { addHireCommands } from './hire-commands.ts';
import { addMasterKeyCommand } from './master-key-command.ts';
import { addPlatformCommands } from './platform-commands.ts';
import { addRetryCommands } from './retry-commands.ts';
import { addRevalidationCommand } from './revalidation-command.ts';

const HELP = `
Works on the database of the environment (DATABASE_URL, else the private one in DATA_DIR), whether the service runs or
not. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. Every change is in the audit log under your user name.`;

const exitCodes = { done: 0, failed: 1, usage: 2 } as const;

/** Runs one command. Answers its exit code: 0 done, 1 refused or failed (one line on `problems` says why), 2 wrong usage. */
export async function runCommandLine(words: readonly string[], commandLine: CommandLine): Promise<number> {
  try {
    await createProgram(commandLine).parseAsync([...words], { from: 'user' });
    return exitCodes.done;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    const gone = (thrown as NodeJS.ErrnoException).code === 'EPIPE';
    if (!gone) commandLine.problems.write(`${toLine(thrown)}\n`);
    return exitCodes.failed;
  }
}

function createProgram(commandLine: CommandLine): Command {
  const program = new Command('connector')
    .usage('<command> [options]')
    .description('Operates the connector from iCIMS to immigration cases.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => commandLine.output.write(text),
      writeErr: (text) => commandLine.problems.write(text),
    })
    .addHelpText('after', HELP);
  addPlatformCommands(program, commandLine);
  addEventCommands(program, commandLine);
  addHireCommands(program, commandLine);
  addRetryCommands(program, commandLine);
  addAuditCommands(program, commandLine);
  addEraseCommands(program, commandLine);
  addBackupCommands(program, commandLine);
  addMasterKeyCommand(program, commandLine);
  addRevalidationCommand(program, commandLine);
  return program;
}

/** A defect says where it is, and not what data it met. */
function toLine(thrown: unknown): string {
  const { kind, message, userMessage } = toFailure(thrown);
  // What was wrong with what was asked is for whoever asked; the log's sentence leaves the words of the request out.
  if (kind === 'invalid') return userMessage;
  return thrown instanceof Failure ? message : `${message} ${placeOf(thrown)}`;
}
