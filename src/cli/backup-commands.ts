import { type Command } from 'commander';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { withConnector, type CommandLine } from './command-line.ts';
import { unusable } from './documents.ts';
import { addCommand, type JsonOption } from './options.ts';
import { print } from './print.ts';

const ABOUT = `write all data into a new file, as they are at one moment, while everything runs

Data of candidates and credentials stay encrypted in it. The master key is not in it: keep that apart, nothing opens
without it. Names and mail addresses of people with an account are in it as they are.`;

const ABOUT_RESTORE = `fill an empty database with a backup

The database is the one of the environment: an empty one at DATABASE_URL, or the private one of an empty DATA_DIR. The
master key of the backup must be in its place. Afterwards start with DELIVERY_CONCURRENCY=0, look, then deliver, and erase
again who was erased since the backup.`;

/** `backup` and `restore`. */
export function addBackupCommands(program: Command, commandLine: CommandLine): void {
  addCommand(program, 'backup', ABOUT, ['backup connector-2026-11-30.backup'])
    .summary('write all data into a file while everything runs')
    .argument('<file>', 'a new file, which you alone can read')
    .action((file: string, options: JsonOption) => backup(file, options, commandLine));
  addCommand(program, 'restore', ABOUT_RESTORE, ['restore connector-2026-11-30.backup'])
    .summary('fill an empty database with a backup')
    .argument('<file>', 'what `backup` wrote')
    .action((file: string, options: JsonOption) => restore(file, options, commandLine));
}

/** An existing file is not touched; one that was begun stays, and is no whole backup to `restore`. */
function backup(file: string, options: JsonOption, commandLine: CommandLine): Promise<void> {
  return withConnector(commandLine, async (connector) => {
    const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
    await once(out, 'open').catch(unusable(file));
    const by = { at: connector.clock(), actor: commandLine.caller.name };
    await connector.audit.write({ ...by, action: 'backup.made', customerId: null, subject: null, detail: {} });
    const done = await connector.backup(out);
    await print(
      commandLine,
      options,
      { file, ...done },
      ({ tables, rows }) =>
        `${rows} rows of ${tables} tables are in ${file}. The master key is not: back it up apart from the file.`,
    );
  });
}

async function restore(file: string, options: JsonOption, commandLine: CommandLine): Promise<void> {
  const input = createReadStream(file);
  await once(input, 'open').catch(unusable(file));
  const restored = await commandLine.restore(input).finally(() => input.destroy());
  await print(commandLine, options, restored, ({ madeAt, rows, tables }) =>
    [
      `${rows} rows of ${tables} tables are restored, as they were at ${madeAt}.`,
      'What came after that is unknown. Start with DELIVERY_CONCURRENCY=0 and see docs/reliability.md, Backup.',
    ].join('\n'),
  );
}
