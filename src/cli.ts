import { userInfo } from 'node:os';
import { runCommandLine } from './cli/run-command-line.ts';
import { type OpenedConnector } from './cli/command-line.ts';
import { everything } from './accounts/rights.ts';
import { readConfig } from './runtime/config.ts';
import { restoreConfiguredStore } from './wire/open-configured-store.ts';
import { openConnector } from './wire/open-connector.ts';

/** The command line: `npm run connector -- --help`. */
let opened: OpenedConnector | undefined;

// Ctrl-C ends the command, and with it a private PostgreSQL that nobody else uses.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void Promise.resolve(opened?.close()).finally(() => process.exit(1)));
// A reader that went away fails the write, which ends the command; without a listener it would end the process at once.
process.stdout.on('error', () => undefined);

const actor = `cli:${userName()}`;
process.exitCode = await runCommandLine(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  problems: process.stderr,
  caller: { name: actor, grants: everything },
  newMasterKey: process.env['NEW_MASTER_KEY'],
  async open() {
    const trouble = (failure: Error): void => void process.stderr.write(`${failure.message}\n`);
    opened = await openConnector(readConfig(process.env), trouble);
    return opened;
  },
  restore: (input) => restoreConfiguredStore(readConfig(process.env), input, { at: new Date(), actor }),
});

/** A container may run under a user id without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
