import { createHash } from 'node:crypto';
import { Failure } from '../runtime/failure.ts';
import {
  generateDataKey,
  open,
  seal,
  unwrapDataKey,
  wrapDataKey,
  type DataKey,
  type SealedPlace,
} from '../runtime/seal.ts';
import { type Database, type Query } from './database.ts';

/** Seals and opens what belongs to one platform. */
export interface PlatformKey {
  seal(plaintext: Buffer | string, place: SealedPlace): Buffer;
  /** Throws `defect` SEALED_VALUE_UNREADABLE. */
  open(sealed: Buffer, place: SealedPlace): Buffer;
}

/** The data keys of the platforms, each wrapped by the master key in the store and kept unwrapped in memory. */
export interface Vault {
  /** Throws `rejected` DATA_KEY_GONE when the platform was deleted: what it sealed can never be read again. */
  keyOf(customerId: string): Promise<PlatformKey>;
  /** Makes the platform's data key unless it has one; part of the transaction that creates the platform. */
  ensureKey(customerId: string, query: Query): Promise<PlatformKey>;
  /** Reads every platform's key anew: one that was deleted is forgotten, one that was made again is the new one. */
  reload(): Promise<void>;
  forget(customerId: string): void;
  /** Throws `rejected` MASTER_KEY_CHANGED when the stored keys were wrapped with another master key. */
  checkMasterKey(): Promise<void>;
  /** Wraps every data key anew; what was sealed stays as it is. Answers how many keys. */
  rotateMasterKey(newMasterKey: Buffer): Promise<number>;
}

interface KeyRow {
  readonly customer_id: string;
  readonly version: number;
  readonly wrapped: Buffer;
  readonly master_key_id: string;
}

const FIRST_VERSION = 1;
const COLUMNS = 'customer_id, version, wrapped, master_key_id';

export function createVault(database: Database, masterKey: Buffer): Vault {
  let known = new Map<string, PlatformKey>();
  const ownId = idOf(masterKey);

  const unwrap = (row: KeyRow): DataKey => {
    if (row.master_key_id !== ownId) throw otherMasterKey();
    return unwrapDataKey(masterKey, row.wrapped, { customerId: row.customer_id, version: row.version });
  };

  async function load(customerId: string, query: Query): Promise<PlatformKey | undefined> {
    const rows = await query<KeyRow>({
      name: 'data-key',
      text: `SELECT ${COLUMNS} FROM data_keys WHERE customer_id = $1 ORDER BY version DESC LIMIT 1`,
      values: [customerId],
    });
    return rows[0] === undefined ? undefined : toPlatformKey(unwrap(rows[0]));
  }

  return {
    async keyOf(customerId) {
      const key = known.get(customerId) ?? (await load(customerId, database.query));
      if (key === undefined)
        throw new Failure('rejected', 'DATA_KEY_GONE', 'The platform was deleted, and with it the key to its data.');
      known.set(customerId, key);
      return key;
    },
    async ensureKey(customerId, query) {
      const there = await load(customerId, query);
      if (there !== undefined) return there;
      const rows = await query<KeyRow>({
        text: 'SELECT master_key_id FROM data_keys WHERE master_key_id <> $1 LIMIT 1',
        values: [ownId],
      });
      if (rows.length > 0) throw otherMasterKey();
      const dataKey = generateDataKey(FIRST_VERSION);
      await query({
        text: 'INSERT INTO data_keys (customer_id, version, wrapped, master_key_id) VALUES ($1, $2, $3, $4)',
        values: [customerId, FIRST_VERSION, wrapDataKey(masterKey, dataKey, customerId), ownId],
      });
      return toPlatformKey(dataKey);
    },
    async reload() {
      const rows = await database.query<KeyRow>({ text: `SELECT ${COLUMNS} FROM data_keys ORDER BY version` });
      known = new Map(rows.map((row) => [row.customer_id, toPlatformKey(unwrap(row))]));
    },
    forget: (customerId) => void known.delete(customerId),
    async checkMasterKey() {
      const rows = await database.query({
        text: 'SELECT FROM data_keys WHERE master_key_id <> $1 LIMIT 1',
        values: [ownId],
      });
      if (rows.length > 0) throw otherMasterKey();
    },
    rotateMasterKey: (newMasterKey) =>
      database.transaction(async (query) => {
        const rows = await query<KeyRow>({ text: `SELECT ${COLUMNS} FROM data_keys FOR UPDATE` });
        for (const row of rows) await rewrap(query, { row, dataKey: unwrap(row) }, newMasterKey);
        return rows.length;
      }),
  };
}

function toPlatformKey(key: DataKey): PlatformKey {
  return { seal: (plaintext, place) => seal(key, plaintext, place), open: (sealed, place) => open(key, sealed, place) };
}

async function rewrap(
  query: Query,
  { row, dataKey }: { row: KeyRow; dataKey: DataKey },
  newMasterKey: Buffer,
): Promise<void> {
  await query({
    text: 'UPDATE data_keys SET wrapped = $3, master_key_id = $4 WHERE customer_id = $1 AND version = $2',
    values: [row.customer_id, row.version, wrapDataKey(newMasterKey, dataKey, row.customer_id), idOf(newMasterKey)],
  });
}

function idOf(masterKey: Buffer): string {
  return createHash('sha256').update('master key id').update(masterKey).digest('hex').slice(0, 16);
}

function otherMasterKey(): Failure {
  return new Failure(
    'rejected',
    'MASTER_KEY_CHANGED',
    'MASTER_KEY is not the one that the stored keys are wrapped with. Start with the right one; after a rotation, with the new one.',
  );
}
