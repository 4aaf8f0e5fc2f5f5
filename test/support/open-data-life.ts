import { createAuditStore } from '../../src/store/audit-store.ts';
import { createDatabase, type Database } from '../../src/store/database.ts';
import { createErasureStore } from '../../src/store/erasure-store.ts';
import { createRetentionStore } from '../../src/store/retention-store.ts';
import { createVault } from '../../src/store/vault.ts';
import { MASTER_KEY } from './connector.ts';
import { type TestDatabase } from './database.ts';

/** What removes data, on a test database beside a connector: a test says when it is. */
export function openDataLife({ connection }: TestDatabase) {
  const database: Database = createDatabase(connection, () => undefined);
  const vault = createVault(database, Buffer.from(MASTER_KEY, 'base64'));
  return {
    retention: createRetentionStore(database, vault),
    erasures: createErasureStore(database, vault),
    audit: createAuditStore(database),
    close: () => database.close(),
  };
}
