import { type Config } from '../runtime/config.ts';
import { loadMasterKey } from '../runtime/master-key.ts';
import { findNextMasterKey } from '../runtime/next-master-key.ts';
import { openStore, type Store, type StoreOptions } from '../store/open-store.ts';

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
