import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { launchPostgres } from '../../src/store/private-postgres-launch.ts';
import { prepareServer, ROLE } from '../../src/store/private-postgres-server.ts';
import { privateServerUrl } from './database.ts';
import { eventually } from './eventually.ts';
import { endSessions, freezeSessions } from './sessions.ts';

/** A PostgreSQL server of the test's own, which nobody but the test starts or stops. */
export interface OwnPostgres {
  /** For DATABASE_URL. */
  readonly url: string;
  start(): Promise<void>;
  /** Stops without writing anything more, as `pg_ctl stop -m immediate`: what was not committed is gone. */
  stopImmediately(): Promise<void>;
  /** Tells every session that it is over, and stops, as `pg_ctl stop -m fast`. */
  stopFast(): Promise<void>;
  /** Ends all sessions so many times, a moment apart. */
  endSessions(times: number): Promise<void>;
  /** Freezes every process of the server, and lets them go on: connections stay open and nobody answers. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  log(): Promise<string>;
  remove(): Promise<void>;
}

const READY_WITHIN_MS = 30_000;

export async function createOwnPostgres(): Promise<OwnPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'connector-server-'));
  const server = await prepareServer(directory);
  const url = privateServerUrl({
    host: server.socketDirectory,
    port: 5432,
    user: ROLE,
    database: 'postgres',
    ssl: false,
  });
  let child: ChildProcess | undefined;
  let letGo = (): void => undefined;

  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.ref(); // so that somebody lives to see it
    child.kill(signal);
    await exited;
  };
  const thaw = (): Promise<void> => {
    letGo();
    return Promise.resolve();
  };
  return {
    url,
    async start() {
      child = await launchPostgres(server, '32MB');
      await eventually('PostgreSQL takes connections', READY_WITHIN_MS, () => answers(url));
    },
    stopImmediately: () => stop('SIGQUIT'),
    stopFast: () => stop('SIGINT'),
    endSessions: (times) => endSessions(url, times),
    async freeze() {
      letGo = await freezeSessions(url);
    },
    thaw,
    log: () => readFile(server.logFile, 'utf8').catch(() => ''),
    async remove() {
      await thaw();
      await stop('SIGQUIT');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
