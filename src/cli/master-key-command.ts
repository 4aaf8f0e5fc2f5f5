import { type Command } from 'commander';
import { MASTER_KEY_WISH, parseMasterKey, wrongMasterKey } from '../runtime/master-key-file.ts';
import { masterKeyFile } from '../runtime/master-key.ts';
import { makeNextMasterKey, type NextMasterKey } from '../runtime/next-master-key.ts';
import { withConnector, type CommandLine, type OpenedConnector } from './command-line.ts';
import { addCommand, type JsonOption } from './options.ts';
import { print } from './print.ts';

const ABOUT = `wrap every platform's data key with a new master key; data that is sealed stays as it is

With MASTER_KEY in the environment, NEW_MASTER_KEY holds the new one. Otherwise <DATA_DIR>/master.key is replaced.`;

/** `rotate-master-key`: from then on the old master key opens nothing. */
export function addMasterKeyCommand(program: Command, commandLine: CommandLine): void {
  const examples = ['rotate-master-key'];
  addCommand(program, 'rotate-master-key', ABOUT, examples)
    .summary('wrap the data keys with a new master key')
    .action((options: JsonOption) =>
      withConnector(commandLine, async (connector) => {
        const next = await nextMasterKey(connector, commandLine);
        const by = { at: connector.clock(), actor: commandLine.caller.name };
        const dataKeys = await connector.rotateMasterKey(next.key, by);
        // From here on a start without the new key in its place finds it beside the old one (next-master-key.ts).
        await next.takeOver();
        await print(
          commandLine,
          options,
          { dataKeys, masterKey: connector.masterKeyGiven ? 'environment' : 'file' },
          () => [`${dataKeys} data key(s) are wrapped with the new master key.`, ...whatNext(connector)].join('\n'),
        );
      }),
    );
}

/** A key in the environment is kept by whoever set it: nothing of ours to put in its place. */
async function nextMasterKey(
  { masterKeyGiven, dataDir }: OpenedConnector,
  { newMasterKey }: CommandLine,
): Promise<NextMasterKey> {
  if (!masterKeyGiven) return makeNextMasterKey(dataDir);
  if (newMasterKey === undefined || newMasterKey === '')
    throw wrongMasterKey(`Leave MASTER_KEY as it is and set NEW_MASTER_KEY to the new key; it ${MASTER_KEY_WISH}.`);
  const key = parseMasterKey(newMasterKey, `NEW_MASTER_KEY ${MASTER_KEY_WISH}.`);
  return { key, takeOver: () => Promise.resolve() };
}

function whatNext({ masterKeyGiven, dataDir }: OpenedConnector): string[] {
  const place = masterKeyGiven
    ? 'Now set MASTER_KEY to the value of NEW_MASTER_KEY everywhere, and remove the old one.'
    : `The new key is in ${masterKeyFile(dataDir)}; back it up apart from the database.`;
  return [place, 'Then restart running processes: they go on with the keys they know, but take no changed platform.'];
}
