import { everything } from '../../src/accounts/rights.ts';
import { Readable, Writable } from 'node:stream';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { readConfig } from '../../src/runtime/config.ts';
import { restoreConfiguredStore } from '../../src/wire/open-configured-store.ts';
import { openConnector } from '../../src/wire/open-connector.ts';

/** What became of a command. */
export interface Done {
  readonly code: number;
  readonly output: string;
  readonly problems: string;
}

/** Runs one command as `src/cli.ts` does, in this process, by the name of `cli:tester`. */
export async function commandLineOn(
  environment: Readonly<Record<string, string>>,
  words: readonly string[],
  input = '',
): Promise<Done> {
  const output = new Collected();
  const problems = new Collected();
  const code = await runCommandLine(words, {
    input: Readable.from([input]),
    output,
    problems,
    caller: { name: 'cli:tester', grants: everything },
    newMasterKey: environment['NEW_MASTER_KEY'],
    open: () => openConnector(readConfig(environment), (failure) => problems.write(`${failure.message}\n`)),
    restore: (file) => restoreConfiguredStore(readConfig(environment), file, { at: new Date(), actor: 'cli:tester' }),
  });
  return { code, output: output.text, problems: problems.text };
}

class Collected extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}
