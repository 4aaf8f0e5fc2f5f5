import { createHash } from 'node:crypto';
import { Failure } from '../runtime/failure.ts';
import {
  generateDataKey,
  mark,
  open,
  seal,
  unwrapDataKey,
  wrapDataKey,
  type DataKey,
  type SealedPlace,
} from '../runtime/seal.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';

/** Seals and opens what belongs to one platform. */
interface PlatformKey {
  seal(plaintext: Buffer | string, place: SealedPlace): Buffer;
  /** Throws `defect` SEALED_VALUE_UNREADABLE. */
  open(sealed: Buffer, place: SealedPlace): Buffer;
  /** Stands for the words, and cannot be led back to them without the key. */
  mark(words: readonly string[]): Buffer;
}

/** The data keys of the platforms, each wrapped by the master key in the store and kept unwrapped in memory. */
export interface Vault {
  /** Throws `rejected` DATA_KEY_GONE when the platform was deleted: what it sealed can never be read again. */
  keyOf(customerId: string): Promise<PlatformKey>;
  /** Makes the platform's data key unless it has one; part of the transaction that creates the platform. */
  ensureKey(customerId: string, query: Query): Promise<PlatformKey>;
  /** Forgets the keys of all platforms that are not there any more, and reads anew those of platforms that changed. */
  renew(changed: readonly string[], isThere: (customerId: string) => boolean): Promise<void>;
  forget(customerId: string): void;
  /** Throws `rejected` MASTER_KEY_CHANGED when the stored keys were wrapped with another master key. */
  checkMasterKey(): Promise<void>;
  /**
   * Wraps every data key anew and writes the audit entry, in one transaction; what was sealed stays as it is. Answers
   * how many keys. Throws `rejected` SAME_MASTER_KEY, and `rejected` NOTHING_TO_ROTATE without data keys: nothing would
   * then tell a running process that its master key is out of use.
   */
  rotateMasterKey(newMasterKey: Buffer, by: RotatedBy): Promise<number>;
}

interface RotatedBy {
  readonly at: Date;
  readonly actor: string;
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
  const known = new Map<string, PlatformKey>();
  return {
    async keyOf(customerId) {
      const key = known.get(customerId) ?? (await loadKey(customerId, database.query, masterKey));
      if (key === undefined) throw keyGone();
      known.set(customerId, key);
      return key;
    },
    ensureKey: async (customerId, query) =>
      (await loadKey(customerId, query, masterKey)) ?? (await makeKey(customerId, query, masterKey)),
    async renew(changed, isThere) {
      const text = `SELECT ${COLUMNS} FROM data_keys WHERE customer_id = ANY ($1) ORDER BY version`;
      const rows = await database.query<KeyRow>({ text, values: [changed] });
      for (const customerId of changed) known.delete(customerId);
      for (const customerId of known.keys()) if (!isThere(customerId)) known.delete(customerId);
      for (const row of rows) known.set(row.customer_id, toPlatformKey(unwrap(row, masterKey)));
    },
    forget: (customerId) => {
      known.delete(customerId);
    },
    checkMasterKey: () => requireSameMasterKey(database.query, masterKey),
    rotateMasterKey(newMasterKey, by) {
      if (newMasterKey.equals(masterKey)) throw rejected('SAME_MASTER_KEY', 'The new master key is the one in use.');
      return database.transaction((query) => rotate(query, { from: masterKey, to: newMasterKey }, by));
    },
  };
}

async function loadKey(customerId: string, query: Query, masterKey: Buffer): Promise<PlatformKey | undefined> {
  const [row] = await query<KeyRow>({
    name: 'data-key',
    text: `SELECT ${COLUMNS} FROM data_keys WHERE customer_id = $1 ORDER BY version DESC LIMIT 1`,
    values: [customerId],
  });
  return row === undefined ? undefined : toPlatformKey(unwrap(row, masterKey));
}

async function makeKey(customerId: string, query: Query, masterKey: Buffer): Promise<PlatformKey> {
  // Waits for a rotation under way, so that the check below sees its outcome.
  await query({ text: 'LOCK TABLE data_keys IN ROW EXCLUSIVE MODE' });
  await requireSameMasterKey(query, masterKey);
  const dataKey = generateDataKey(FIRST_VERSION);
  const wrapped = wrapDataKey(masterKey, dataKey, customerId);
  await query({
    text: `INSERT INTO data_keys (${COLUMNS}) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    values: [customerId, FIRST_VERSION, wrapped, idOf(masterKey)],
  });
  // Ours, or that of another process which was quicker: the insert waited for it.
  const kept = await loadKey(customerId, query, masterKey);
  if (kept === undefined) throw keyGone();
  return kept;
}

/** Throws `rejected` MASTER_KEY_CHANGED when any data key was wrapped with another master key. */
export async function requireSameMasterKey(query: Query, masterKey: Buffer): Promise<void> {
  const values = [idOf(masterKey)];
  const rows = await query({ text: 'SELECT FROM data_keys WHERE master_key_id <> $1 LIMIT 1', values });
  if (rows.length > 0) throw otherMasterKey();
}

function unwrap(row: KeyRow, masterKey: Buffer): DataKey {
  if (row.master_key_id !== idOf(masterKey)) throw otherMasterKey();
  return unwrapDataKey(masterKey, row.wrapped, { customerId: row.customer_id, version: row.version });
}

function toPlatformKey(key: DataKey): PlatformKey {
  return {
    seal: (plaintext, place) => seal(key, plaintext, place),
    open: (sealed, place) => open(key, sealed, place),
    mark: (words) => mark(key, words),
  };
}

async function rotate(query: Query, { from, to }: { from: Buffer; to: Buffer }, by: RotatedBy): Promise<number> {
  await query({ text: 'LOCK TABLE data_keys IN SHARE ROW EXCLUSIVE MODE' });
  const rows = await query<KeyRow>({ text: `SELECT ${COLUMNS} FROM data_keys` });
  if (rows.length === 0) throw rejected('NOTHING_TO_ROTATE', 'Nothing is wrapped with the master key yet.');
  for (const row of rows) await rewrap(query, { row, dataKey: unwrap(row, from) }, to);
  const detail = { dataKeys: rows.length };
  await query(auditStatement({ ...by, action: 'master-key.rotated', customerId: null, subject: null, detail }));
  return rows.length;
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

function keyGone(): Failure {
  return rejected('DATA_KEY_GONE', 'The platform was deleted, and with it the key to its data.');
}

function rejected(code: string, message: string): Failure {
  return new Failure('rejected', code, message);
}

function otherMasterKey(): Failure {
  return rejected(
    'MASTER_KEY_CHANGED',
    'MASTER_KEY is not the one that the stored keys are wrapped with. Start with the right one; after a rotation, with the new one.',
  );
}
