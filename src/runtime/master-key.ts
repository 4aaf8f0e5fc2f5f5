import { join } from 'node:path';
import { Failure } from './failure.ts';
import {
  makeKeyFileUnlessThere,
  MASTER_KEY_WISH,
  parseMasterKey,
  readKeyFile,
  wrongMasterKey,
} from './master-key-file.ts';

interface MasterKeySource {
  /** The value of MASTER_KEY. */
  readonly masterKey: string | undefined;
  readonly dataDir: string;
  readonly databaseUrlSet: boolean;
}

/**
 * The key that wraps every data key: MASTER_KEY, else the content of `<dataDir>/master.key`, which is made if it is not
 * there. With a database of their own several machines must share the key, so then it has to be given.
 *
 * @throws Failure with one line that names the variable or the file and says what it wants.
 */
export async function loadMasterKey({ masterKey, dataDir, databaseUrlSet }: MasterKeySource): Promise<Buffer> {
  if (masterKey !== undefined) return parseMasterKey(masterKey, `MASTER_KEY ${MASTER_KEY_WISH}.`);
  if (databaseUrlSet) throw wrongMasterKey(`MASTER_KEY is required when DATABASE_URL is set; it ${MASTER_KEY_WISH}.`);
  const file = masterKeyFile(dataDir);
  try {
    await makeKeyFileUnlessThere(file);
    return await readKeyFile(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'an error';
    const instead = 'set DATA_DIR to a directory of your own, or MASTER_KEY';
    throw wrongMasterKey(`${file} cannot be read or made (${code}): ${instead}.`);
  }
}

/** Where the key is kept when MASTER_KEY is not set. */
export function masterKeyFile(dataDir: string): string {
  return join(dataDir, 'master.key');
}
