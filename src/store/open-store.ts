import { type Readable, type Writable } from 'node:stream';
import { type PoolConfig } from 'pg';
import { Failure } from '../runtime/failure.ts';
import { type NextMasterKey } from '../runtime/next-master-key.ts';
import { createAccountStore } from './account-store.ts';
import { createAlertReading } from './alert-reading.ts';
import { createAlertStore } from './alert-store.ts';
import { createAuditStore } from './audit-store.ts';
import { createBuiltInCases } from './built-in-cases.ts';
import { createCaseControl } from './case-control.ts';
import { createChoreStore } from './chore-store.ts';
import { createConnectionTestStore } from './connection-test-store.ts';
import { createCredentialUseStore } from './credential-use-store.ts';
import { createDatabase, type Database } from './database.ts';
import { createDeliveryStore } from './delivery-store.ts';
import { createHealthStore } from './health-store.ts';
import { createErasureStore } from './erasure-store.ts';
import { createHireControl } from './hire-control.ts';
import { createIntakeStore } from './intake-store.ts';
import { listen, type Channel } from './listen.ts';
import { makeBackup } from './make-backup.ts';
import { migrate } from './migrate.ts';
import { createPlatformHistory } from './platform-history.ts';
import { createPlatformStore } from './platform-store.ts';
import { createPolicyStore } from './policy-store.ts';
import { startPrivatePostgres } from './private-postgres.ts';
import { readQueueFigures } from './queue-figures.ts';
import { createReadingStore } from './reading-store.ts';
import { createRetentionStore } from './retention-store.ts';
import { createReconciliationStore } from './reconciliation-store.ts';
import { createRetryRunStore } from './retry-run-store.ts';
import { restoreBackup, type Restored, type Restoring } from './restore-backup.ts';
import { createSignInTries } from './sign-in-tries.ts';
import { createSignOnStore } from './sign-on-store.ts';
import { createVault, type Vault } from './vault.ts';

export interface StoreOptions {
  /** Unset: a private PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly masterKey: Buffer;
  /** Asked when the stored keys do not fit `masterKey`: the new key of a rotation that was cut off half-way. */
  readonly nextMasterKey?: () => Promise<NextMasterKey | undefined>;
  readonly onTrouble: (failure: Failure) => void;
  readonly log: (line: string) => void;
}

/** Opens everything that survives a restart: the server, the schema, and the ports that the other folders state. */
export async function openStore({ databaseUrl, dataDir, onTrouble, log, ...keys }: StoreOptions) {
  const server = databaseUrl === undefined ? await startPrivatePostgres({ dataDir, log }) : undefined;
  const connection: PoolConfig = server?.connection ?? { connectionString: databaseUrl };
  const database = createDatabase(connection, onTrouble);
  const wayOfHires = createDatabase(connection, onTrouble, { planOnce: true });
  const close = async (): Promise<void> => {
    await Promise.all([database.close(), wayOfHires.close()]);
    await server?.stop();
  };
  try {
    await migrate(database.pool).catch(databaseUrl === undefined ? undefined : unusable);
    const vault = await openVault(database, keys);
    return {
      ...portsOnTheWay(wayOfHires, vault),
      ...portsOf(database, vault, onTrouble),
      listen: (onNotice: (channel: Channel) => void, onLost: () => void) => listen(connection, onNotice, onLost),
      ping: () => ping(database),
      backup: (out: Writable) => makeBackup(connection, out),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Fills the database that the options name, which must be empty, with a backup (see `restoreBackup`). */
export async function restoreStore(
  input: Readable,
  {
    databaseUrl,
    dataDir,
    log,
    ...rest
  }: Pick<StoreOptions, 'databaseUrl' | 'dataDir' | 'log'> & Omit<Restoring, 'connection'>,
): Promise<Restored> {
  const server = databaseUrl === undefined ? await startPrivatePostgres({ dataDir, log }) : undefined;
  const connection: PoolConfig = server?.connection ?? { connectionString: databaseUrl };
  try {
    return await restoreBackup(input, { connection, ...rest }).catch(databaseUrl === undefined ? undefined : unusable);
  } finally {
    await server?.stop();
  }
}

/** Throws `unavailable` when the database does not answer. */
async function ping({ query }: Database): Promise<void> {
  await query({ text: 'SELECT 1' });
}

/** The way of a hire has connections of its own: no list of the console and no chore can use them up. */
function portsOnTheWay(database: Database, vault: Vault) {
  return {
    intake: createIntakeStore(database, vault),
    deliveries: createDeliveryStore(database, vault),
    cases: createBuiltInCases(database, vault),
  };
}

/** What else the other folders state, filled. */
function portsOf(database: Database, vault: Vault, onTrouble: StoreOptions['onTrouble']) {
  return {
    vault,
    platforms: createPlatformStore(database, vault),
    policies: createPolicyStore(database),
    history: createPlatformHistory(database, vault),
    connectionTests: createConnectionTestStore(database),
    credentialUses: createCredentialUseStore(database),
    reading: createReadingStore(database, vault, onTrouble),
    control: createHireControl(database),
    retryRuns: createRetryRunStore(database),
    caseControl: createCaseControl(database),
    audit: createAuditStore(database),
    accounts: createAccountStore(database, vault),
    signOns: createSignOnStore(database, vault),
    signInTries: createSignInTries(database),
    alerts: createAlertStore(database, vault),
    alertReading: createAlertReading(database),
    chores: createChoreStore(database),
    health: createHealthStore(database),
    retention: createRetentionStore(database, vault),
    erasures: createErasureStore(database, vault),
    reconciliation: createReconciliationStore(database),
    figures: () => readQueueFigures(database),
  };
}

/** The operator's line for a server of their own. Only the code is told: PostgreSQL's sentences quote users and databases. */
function unusable(error: unknown): never {
  if (error instanceof Failure) throw error;
  const { code = 'no answer' } = error as { code?: string };
  throw new Failure('unavailable', 'CONFIGURATION', `DATABASE_URL leads to no database that can be used (${code}).`);
}

/** A rotation is finished here when its process died after the commit and before the new key took the old one's place. */
async function openVault(
  database: Database,
  { masterKey, nextMasterKey }: Pick<StoreOptions, 'masterKey' | 'nextMasterKey'>,
): Promise<Vault> {
  const vault = createVault(database, masterKey);
  try {
    await vault.checkMasterKey();
    return vault;
  } catch (error) {
    const changed = error instanceof Failure && error.code === 'MASTER_KEY_CHANGED';
    const next = changed ? await nextMasterKey?.() : undefined;
    if (next === undefined) throw error;
    const rotated = createVault(database, next.key);
    await rotated.checkMasterKey();
    await next.takeOver();
    return rotated;
  }
}

export type Store = Awaited<ReturnType<typeof openStore>>;
