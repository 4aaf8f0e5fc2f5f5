import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './failure.ts';

interface MasterKeySource {
  /** The value of MASTER_KEY. */
  readonly masterKey: string | undefined;
  readonly dataDir: string;
  readonly databaseUrlSet: boolean;
}

const KEY_BYTES = 32;
const WANTED = 'must be 32 random bytes in base64, for example from `openssl rand -base64 32`';

/**
 * The key that wraps every data key: MASTER_KEY, else the content of `<dataDir>/master.key`, which is made if it is not
 * there. With a database of their own several machines must share the key, so then it has to be given.
 *
 * @throws Failure with one line that names the variable or the file and says what it wants.
 */
export async function loadMasterKey({ masterKey, dataDir, databaseUrlSet }: MasterKeySource): Promise<Buffer> {
  if (masterKey !== undefined) return parseKey(masterKey, `MASTER_KEY ${WANTED}.`);
  if (databaseUrlSet) throw wrong(`MASTER_KEY is required when DATABASE_URL is set; it ${WANTED}.`);
  const file = join(dataDir, 'master.key');
  try {
    await generateUnlessThere(dataDir, file);
    if (((await stat(file)).mode & 0o077) !== 0) throw wrong(`${file} can be read by others: chmod 600 it.`);
    return parseKey((await readFile(file, 'utf8')).trim(), `${file} holds no key; it ${WANTED}.`);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'an error';
    throw wrong(`${file} cannot be read or made (${code}): set DATA_DIR to a directory of your own, or MASTER_KEY.`);
  }
}

function parseKey(text: string, message: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64') !== text) throw wrong(message);
  return key;
}

/** The file appears whole, readable by us alone, and never in place of one that another process made meanwhile. */
async function generateUnlessThere(dataDir: string, file: string): Promise<void> {
  if (await isThere(file)) return;
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const fresh = `${file}.${randomUUID()}`;
  try {
    await write(fresh, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await link(fresh, file);
    await sync(dataDir);
  } catch (error) {
    if (!(await isThere(file))) throw error;
  } finally {
    await unlink(fresh).catch(() => undefined);
  }
}

async function write(path: string, content: string): Promise<void> {
  await using file = await open(path, 'wx', 0o600);
  await file.writeFile(content);
  await file.sync();
}

async function sync(directory: string): Promise<void> {
  await using opened = await open(directory);
  await opened.sync();
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined;
}

function wrong(message: string): Failure {
  return new Failure('rejected', 'CONFIGURATION', message);
}
