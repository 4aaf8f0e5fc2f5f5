import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';

const KEY_BYTES = 32;

/** What a master key is, as the end of a sentence. */
export const MASTER_KEY_WISH = 'must be 32 random bytes in base64, for example from `openssl rand -base64 32`';

/** @throws Failure `rejected` CONFIGURATION with `message` when the text is no master key. */
export function parseMasterKey(text: string, message: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== text) throw wrongMasterKey(message);
  return key;
}

/** @throws Failure `rejected` CONFIGURATION when others can read the file, or it holds no key. */
export async function readKeyFile(file: string): Promise<Buffer> {
  if (((await stat(file)).mode & 0o077) !== 0) throw wrongMasterKey(`${file} can be read by others: chmod 600 it.`);
  return parseMasterKey((await readFile(file, 'utf8')).trim(), `${file} holds no key; it ${MASTER_KEY_WISH}.`);
}

/** The file appears whole, readable by us alone, and never in place of one that another process made meanwhile. */
export async function makeKeyFileUnlessThere(file: string): Promise<void> {
  if (await isThere(file)) return;
  await mkdir(dirname(file), { recursive: true, mode: 0o711 });
  const fresh = `${file}.${randomUUID()}`;
  try {
    await write(fresh, randomBytes(KEY_BYTES));
    await link(fresh, file);
    await sync(dirname(file));
  } catch (error) {
    if (!(await isThere(file))) throw error;
  } finally {
    await unlink(fresh).catch(() => undefined);
  }
}

/** Puts the key into the file in one step: at any moment, also after a power cut, it holds the old key or the new one. */
export async function replaceKeyFile(file: string, key: Buffer): Promise<void> {
  const fresh = `${file}.${randomUUID()}`;
  await write(fresh, key);
  await rename(fresh, file);
  await sync(dirname(file));
}

export async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}

export function wrongMasterKey(message: string): Failure {
  return new Failure('rejected', 'CONFIGURATION', message);
}

async function write(path: string, key: Buffer): Promise<void> {
  await using file = await open(path, 'wx', 0o600);
  await file.writeFile(`${key.toString('base64')}\n`);
  await file.sync();
}

async function sync(directory: string): Promise<void> {
  await using opened = await open(directory);
  await opened.sync();
}
