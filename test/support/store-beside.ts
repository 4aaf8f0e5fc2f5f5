import { openStore, type Store } from '../../src/store/open-store.ts';
import { type TestDatabase } from './database.ts';

/** The store as another process on the same database has it. `masterKey` in base64; nobody hears of its troubles. */
export function openStoreBeside({ url }: Pick<TestDatabase, 'url'>, masterKey: string): Promise<Store> {
  return openStore({
    databaseUrl: url,
    dataDir: '',
    masterKey: Buffer.from(masterKey, 'base64'),
    onTrouble: () => undefined,
    log: () => undefined,
  });
}
