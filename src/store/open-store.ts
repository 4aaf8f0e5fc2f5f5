import { type PoolConfig } from 'pg';
import { type Failure } from '../runtime/failure.ts';
import { createAuditStore } from './audit-store.ts';
import { createBuiltInCases } from './built-in-cases.ts';
import { createDatabase } from './database.ts';
import { createDeliveryStore } from './delivery-store.ts';
import { createHireControl } from './hire-control.ts';
import { createIntakeStore } from './intake-store.ts';
import { listen, type Channel } from './listen.ts';
import { migrate } from './migrate.ts';
import { createPlatformStore } from './platform-store.ts';
import { startPrivatePostgres } from './private-postgres.ts';
import { readQueueFigures } from './queue-figures.ts';
import { createReadingStore } from './reading-store.ts';
import { createVault } from './vault.ts';

export interface StoreOptions {
  /** Unset: a private PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly masterKey: Buffer;
  readonly onTrouble: (failure: Failure) => void;
  readonly log: (line: string) => void;
}

/** Opens everything that survives a restart: the server, the schema, and the ports that the other folders state. */
export async function openStore({ databaseUrl, dataDir, masterKey, onTrouble, log }: StoreOptions) {
  const server = databaseUrl === undefined ? await startPrivatePostgres({ dataDir, log }) : undefined;
  const connection: PoolConfig = server === undefined ? { connectionString: databaseUrl as string } : server.connection;
  const database = createDatabase(connection, onTrouble);
  try {
    await migrate(database.pool);
    const vault = createVault(database, masterKey);
    await vault.checkMasterKey();
    return {
      vault,
      intake: createIntakeStore(database, vault),
      deliveries: createDeliveryStore(database, vault),
      cases: createBuiltInCases(database, vault),
      platforms: createPlatformStore(database, vault),
      reading: createReadingStore(database, vault),
      control: createHireControl(database),
      audit: createAuditStore(database),
      figures: () => readQueueFigures(database),
      listen: (onNotice: (channel: Channel) => void, onLost: () => void) => listen(connection, onNotice, onLost),
      /** Throws `unavailable` when the database does not answer. */
      ping: async () => void (await database.query({ text: 'SELECT 1' })),
      async close() {
        await database.close();
        await server?.stop();
      },
    };
  } catch (error) {
    await database.close();
    await server?.stop();
    throw error;
  }
}

export type Store = Awaited<ReturnType<typeof openStore>>;
