import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLE } from '../../../src/store/private-postgres-server.ts';
import { PORT, socketDirectoryFor } from '../../../src/store/private-postgres-socket.ts';
import { databaseUrl, privateServerUrl } from '../../support/database.ts';
import { createOwnPostgres } from '../../support/own-postgres.ts';

/** The database server of a stage. */
export interface StageServer {
  /** For the environment of the connector's processes. */
  readonly store: { readonly DATABASE_URL: string } | { readonly DATA_DIR: string };
  readonly url: string;
  /** Ends it at once, without writing anything more. */
  stop(): Promise<void>;
  /** Starts it again; a private one is started again by the connector. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** A server beside the connector, as in production. */
export async function createOwnServer(): Promise<StageServer> {
  const postgres = await createOwnPostgres();
  await postgres.start();
  return {
    store: { DATABASE_URL: postgres.url },
    url: postgres.url,
    stop: () => postgres.stopImmediately(),
    start: () => postgres.start(),
    remove: () => postgres.remove(),
  };
}

/** The private one: the first process of the connector makes and starts it. */
export async function createPrivateServer(): Promise<StageServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'connector-stage-'));
  const host = socketDirectoryFor(dataDir);
  const url = databaseUrl(privateServerUrl({ host, port: PORT, user: ROLE, database: ROLE, ssl: false }), ROLE);
  const stop = async (): Promise<void> => {
    const pid = Number.parseInt(
      await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => ''),
      10,
    );
    if (Number.isNaN(pid)) return;
    try {
      process.kill(pid, 'SIGQUIT');
    } catch {
      // It was not running.
    }
  };
  return {
    store: { DATA_DIR: dataDir },
    url,
    stop,
    start: () => Promise.resolve(),
    async remove() {
      await stop();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}
