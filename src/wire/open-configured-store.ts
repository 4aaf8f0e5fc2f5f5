import { type Readable } from 'node:stream';
import { type Config } from '../runtime/config.ts';
import { isThere, wrongMasterKey } from '../runtime/master-key-file.ts';
import { loadMasterKey, masterKeyFile } from '../runtime/master-key.ts';
import { findNextMasterKey } from '../runtime/next-master-key.ts';
import { openStore, restoreStore, type Store, type StoreOptions } from '../store/open-store.ts';
import { type Restored } from '../store/restore-backup.ts';

type Told = Pick<StoreOptions, 'onTrouble' | 'log'>;

/** The store that the environment names, opened with its master key: the same for the service and the command line. */
export async function openConfiguredStore(config: Config, told: Told): Promise<Store> {
  const { databaseUrl, dataDir } = config;
  const databaseUrlSet = databaseUrl !== undefined;
  const masterKey = await loadMasterKey({ masterKey: config.masterKey, dataDir, databaseUrlSet });
  const nextMasterKey = (): ReturnType<typeof findNextMasterKey> =>
    config.masterKey === undefined ? findNextMasterKey(dataDir) : Promise.resolve(undefined);
  return openStore({ databaseUrl, dataDir, masterKey, nextMasterKey, ...told });
}

/**
 * Fills the database that the environment names, which must be empty, with a backup. Throws `rejected` CONFIGURATION while
 * the master key that belongs to the backup is not in its place: none is made here.
 */
export async function restoreConfiguredStore(
  config: Config,
  input: Readable,
  by: { readonly at: Date; readonly actor: string },
): Promise<Restored> {
  const { databaseUrl, dataDir } = config;
  const file = masterKeyFile(dataDir);
  if (config.masterKey === undefined && databaseUrl === undefined && !(await isThere(file)))
    throw wrongMasterKey(`Put the master key that belongs to the backup into ${file} first, or set MASTER_KEY.`);
  const masterKey = await loadMasterKey({
    masterKey: config.masterKey,
    dataDir,
    databaseUrlSet: databaseUrl !== undefined,
  });
  return restoreStore(input, { databaseUrl, dataDir, masterKey, log: () => undefined, by });
}
