import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../runtime/failure.ts';
import { type Account, findAccount } from './private-postgres-account.ts';
import { type PostgresBinaries, findPostgresBinaries } from './private-postgres-binaries.ts';
import { socketDirectoryFor } from './private-postgres-socket.ts';

/** Everything it takes to start the PostgreSQL of one data directory. */
export interface Server {
  readonly binaries: PostgresBinaries;
  readonly account: Account;
  readonly data: string;
  readonly socketDirectory: string;
  readonly logFile: string;
}

/** The one role; the application is the only client. */
export const ROLE = 'connector';

/**
 * Makes the data directory under `dataDir` ready, the first time with initdb. Safe when two processes do it at once.
 *
 * @throws Failure when this machine cannot run PostgreSQL or the data was made by another major version.
 */
export async function prepareServer(dataDir: string): Promise<Server> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const root = await realpath(dataDir);
  const data = join(root, 'postgres');
  const socketDirectory = socketDirectoryFor(root);
  const binaries = await findPostgresBinaries();
  const account = await findAccount(data, [binaries.postgres, data, socketDirectory]);
  const server = { binaries, account, data, socketDirectory, logFile: join(root, 'postgres.log') };
  if (!(await isInitialised(data))) await initialise(server, root);
  await checkVersion(server);
  return server;
}

/** The last lines that the server wrote to its log. */
export async function lastLogLines(server: Server): Promise<string> {
  const text = await readFile(server.logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-5).join('\n');
}

/** Fills a directory beside the real one and moves it there whole, so that a half-made one is never started. */
async function initialise(server: Server, root: string): Promise<void> {
  const fresh = join(root, `postgres.new-${randomUUID()}`);
  try {
    await runInitdb(server, fresh);
    await writeAccessRules(server, fresh);
    await rename(fresh, server.data);
    await syncDirectory(root);
  } catch (error) {
    if (!(await isInitialised(server.data))) throw error;
  } finally {
    const leftovers = (await readdir(root)).filter((name) => name.startsWith('postgres.new-'));
    const removable = (await isInitialised(server.data)) ? leftovers.map((name) => join(root, name)) : [fresh];
    await Promise.all(removable.map((path) => rm(path, { recursive: true, force: true })));
  }
}

async function runInitdb(server: Server, fresh: string): Promise<void> {
  await mkdir(fresh, { mode: 0o700 });
  await server.account.own(fresh);
  const options = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--data-checksums',
    '--wal-segsize=1',
  ];
  const access = [`--username=${ROLE}`, '--auth-local=trust', '--auth-host=reject'];
  const log = await open(server.logFile, 'a', 0o600);
  const child = server.account.start(server.binaries.initdb, ['-D', fresh, ...options, ...access], log.fd);
  const exitCode = await new Promise((done) => child.on('exit', done).on('error', () => done(-1)));
  await log.close();
  if (exitCode === 0) return;
  throw new Failure('rejected', 'PRIVATE_POSTGRES', `initdb failed:\n${await lastLogLines(server)}`);
}

/** Who reaches the socket is let in; but under another user's name only root, who keeps that user out. */
async function writeAccessRules({ account }: Server, fresh: string): Promise<void> {
  if (!account.isOther) return;
  await writeFile(join(fresh, 'pg_hba.conf'), 'local all all peer map=service\n');
  await writeFile(join(fresh, 'pg_ident.conf'), `service root ${ROLE}\n`);
}

async function checkVersion({ binaries, data }: Server): Promise<void> {
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (version === binaries.version) return;
  const message = `${data} was made by PostgreSQL ${version}, installed is ${binaries.version}: write a backup with the version of the connector that made it, and restore that.`;
  throw new Failure('rejected', 'PRIVATE_POSTGRES', message);
}

async function isInitialised(data: string): Promise<boolean> {
  return (await stat(join(data, 'PG_VERSION')).catch(() => undefined)) !== undefined;
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path);
  await directory.sync();
  await directory.close();
}
