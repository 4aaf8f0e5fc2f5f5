import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../runtime/failure.ts';
import { type Account } from './private-postgres-account.ts';

export const PORT = 5432;
export const SOCKET_FILE = `.s.PGSQL.${PORT}`;

/** What a socket's path may take on every system: sun_path has 104 bytes on macOS and 108 on Linux, with the NUL. */
const SOCKET_PATH_BYTES = 103;

/** Where the socket of the server under `root` lives: beside its data, or in the temporary directory if that is too long. */
export function socketDirectoryFor(root: string): string {
  const beside = join(root, 'socket');
  if (Buffer.byteLength(join(beside, SOCKET_FILE)) <= SOCKET_PATH_BYTES) return beside;
  const hash = createHash('sha256').update(root).digest('hex').slice(0, 24);
  return join(tmpdir(), `connector-postgres-${hash}`);
}

/**
 * Makes the socket's directory for the account alone. One that stands there already is used only if nobody else can
 * have made it: the temporary directory belongs to everyone.
 *
 * @throws Failure when it belongs to someone else.
 */
export async function makeSocketDirectory(path: string, account: Account): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  const found = await lstat(path);
  const isPrivate = found.isDirectory() && (found.mode & 0o077) === 0;
  if (!isPrivate || ![process.getuid?.(), account.uid].includes(found.uid)) {
    throw new Failure('rejected', 'PRIVATE_POSTGRES', `${path} must be a directory of mode 0700 and ours: remove it.`);
  }
  if (found.uid !== account.uid) await account.own(path);
}
