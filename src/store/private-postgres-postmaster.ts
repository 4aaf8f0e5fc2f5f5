import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, rename, stat, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';

/** The living server of a data directory. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Empty until the server listens. */
  readonly socketDirectory: string;
}

/** The living server of this data directory, whoever started it, as its postmaster.pid tells. */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const lines = (await readIfThere(`${data}/postmaster.pid`))?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!(await isPostmaster(pid, data))) return undefined;
  return { pid, port: Number(lines[3]), socketDirectory: lines[4] ?? '' };
}

/**
 * Removes a lock file that a dead server left behind. PostgreSQL does so itself unless the process number is in use
 * again or the file is empty, as after a power cut or in a container; then it refuses to start.
 *
 * A server that starts at this very moment may have replaced the file since it was read: so it is moved aside, looked
 * at again and put back if it is not the one that was judged.
 */
export async function removeStaleLock(file: string, data: string): Promise<void> {
  const content = await readIfThere(file);
  if (content === undefined) return;
  if (content === '' ? await isFresh(file) : await isPostmaster(Number(content.split('\n')[0]), data)) return;
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await readIfThere(aside)) === content) await unlink(aside);
  else await rename(aside, file);
}

async function isPostmaster(pid: number, data: string): Promise<boolean> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  const command = await commandOf(pid);
  return command.some((word) => basename(word) === 'postgres') && command.includes(data);
}

/** The words a process was started with; none when it is gone or only waits to be reaped. */
async function commandOf(pid: number): Promise<string[]> {
  if (process.platform === 'linux') return ((await readIfThere(`/proc/${pid}/cmdline`)) ?? '').split('\0');
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  const [, file, data] = /^(\S+) -D (.*?) -c /.exec(stdout) ?? [];
  return file && data ? [file, data] : [];
}

async function isFresh(file: string): Promise<boolean> {
  const { mtimeMs } = await stat(file);
  return Date.now() - mtimeMs < 2_000;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
