import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto';
import { Failure } from './failure.ts';

/** The key of one platform. `secret` is opaque, so that no log or dump can show it. */
export interface DataKey {
  /** Counted from 1; every sealed value names the version it needs. */
  readonly version: number;
  readonly secret: KeyObject;
}

/** Where a sealed value is stored. Moved to any other place it cannot be opened. */
export interface SealedPlace {
  readonly customerId: string;
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** Which platform's key, and which version of it, a wrapped key is. */
export interface WrappedPlace {
  readonly customerId: string;
  readonly version: number;
}

/*
 * A sealed value: format (1 byte), key version (4), nonce (12), ciphertext, tag (16). AES-256-GCM with a random nonce
 * is safe for 2^32 values a key (NIST SP 800-38D, 8.3); a platform's key lasts for a thousand million hires.
 */
const FORMAT = 1;
const VERSION_AT = 1;
const NONCE_AT = 5;
const BODY_AT = 17;
const NONCE_BYTES = BODY_AT - NONCE_AT;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const ALGORITHM = 'aes-256-gcm';

/** A fresh random key of 256 bits. */
export function generateDataKey(version: number): DataKey {
  return { version, secret: createSecretKey(randomBytes(KEY_BYTES)) };
}

/** The data key, encrypted under the master key for this platform and version only. */
export function wrapDataKey(masterKey: Buffer, { version, secret }: DataKey, customerId: string): Buffer {
  return encrypt({ version, secret: createSecretKey(masterKey) }, secret.export(), ['data key', customerId]);
}

/** @throws Failure DATA_KEY_UNREADABLE when it was wrapped by another master key, or for another platform or version. */
export function unwrapDataKey(masterKey: Buffer, wrapped: Buffer, { customerId, version }: WrappedPlace): DataKey {
  const secret = decrypt({ version, secret: createSecretKey(masterKey) }, wrapped, ['data key', customerId]);
  if (secret) return { version, secret: createSecretKey(secret) };
  const message = 'The data key of this platform cannot be read: MASTER_KEY is not the one it was wrapped with.';
  throw new Failure('defect', 'DATA_KEY_UNREADABLE', message, { facts: { customerId, version } });
}

/** Encrypts a value of this platform for this one place. */
export function seal(dataKey: DataKey, plaintext: Buffer | string, place: SealedPlace): Buffer {
  return encrypt(dataKey, plaintext, wordsOf(place));
}

/** @throws Failure SEALED_VALUE_UNREADABLE when a bit has changed, the place is not its own, or the key is another one. */
export function open(dataKey: DataKey, sealed: Buffer, place: SealedPlace): Buffer {
  const plaintext = decrypt(dataKey, sealed, wordsOf(place));
  if (plaintext) return plaintext;
  const message = 'A sealed value cannot be read: it was changed, moved, or sealed with another key.';
  throw new Failure('defect', 'SEALED_VALUE_UNREADABLE', message, { facts: { ...place } });
}

const markKeys = new WeakMap<KeyObject, KeyObject>();

/** Derived once for each data key (RFC 5869): every accepted hire asks for a few marks. */
function markKeyOf(secret: KeyObject): KeyObject {
  const known = markKeys.get(secret);
  const key = known ?? createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'mark', KEY_BYTES)));
  if (known === undefined) markKeys.set(secret, key);
  return key;
}

/** The same 32 bytes for the same words, for whoever holds the platform's key; to all others they tell nothing. */
export function mark({ secret }: DataKey, words: readonly string[]): Buffer {
  return createHmac('sha256', markKeyOf(secret))
    .update(words.map((word) => `${word.length}:${word}`).join(','))
    .digest();
}

/** The version of the data key that a sealed value needs; 0 when it is none that this code wrote. */
export function keyVersionOf(sealed: Buffer): number {
  return sealed.length >= BODY_AT + TAG_BYTES && sealed[0] === FORMAT ? sealed.readUInt32BE(VERSION_AT) : 0;
}

function wordsOf({ customerId, table, column, row }: SealedPlace): string[] {
  return ['value', customerId, table, column, row];
}

/** Random bytes for many nonces are drawn at once: asking for them costs more than copying them. Each is given out once. */
const nonces = Buffer.alloc(NONCE_BYTES * 256);
let noncesAt = nonces.length;

function nextNonce(): Buffer {
  if (noncesAt === nonces.length) {
    randomFillSync(nonces);
    noncesAt = 0;
  }
  noncesAt += NONCE_BYTES;
  return nonces.subarray(noncesAt - NONCE_BYTES, noncesAt);
}

function encrypt({ version, secret }: DataKey, plaintext: Buffer | string, words: readonly string[]): Buffer {
  const head = Buffer.allocUnsafe(BODY_AT);
  head[0] = FORMAT;
  head.writeUInt32BE(version, VERSION_AT);
  nextNonce().copy(head, NONCE_AT);
  const cipher = createCipheriv(ALGORITHM, secret, head.subarray(NONCE_AT));
  cipher.setAAD(associatedData(version, words));
  const body = typeof plaintext === 'string' ? cipher.update(plaintext, 'utf8') : cipher.update(plaintext);
  return Buffer.concat([head, body, cipher.final(), cipher.getAuthTag()]);
}

function decrypt({ version, secret }: DataKey, sealed: Buffer, words: readonly string[]): Buffer | undefined {
  if (keyVersionOf(sealed) !== version) return undefined;
  const tagAt = sealed.length - TAG_BYTES;
  const nonce = sealed.subarray(NONCE_AT, BODY_AT);
  const decipher = createDecipheriv(ALGORITHM, secret, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(associatedData(version, words));
  decipher.setAuthTag(sealed.subarray(tagAt));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(BODY_AT, tagAt)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Format, version and place, every word with its length before it, so that ("ab", "c") is not ("a", "bc"). */
function associatedData(version: number, words: readonly string[]): Buffer {
  return Buffer.from([FORMAT, version, ...words].map((word) => `${String(word).length}:${word}`).join(','));
}
