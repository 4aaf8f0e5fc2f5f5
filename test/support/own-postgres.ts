import { type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { launchPostgres } from '../../src/store/private-postgres-launch.ts';
import { prepareServer, ROLE } from '../../src/store/private-postgres-server.ts';
import { administer, privateServerUrl } from './database.ts';
import { eventually } from './eventually.ts';

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
const END_SESSIONS =
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()";

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
  let frozen: number[] = [];

  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  const thaw = (): Promise<void> => {
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
    frozen = [];
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
    async endSessions(times) {
      for (let round = 0; round < times; round += 1) {
        await administer(url, (client) => client.query(END_SESSIONS));
        await delay(20);
      }
    },
    async freeze() {
      frozen = await pidsOf(url);
      for (const pid of frozen) process.kill(pid, 'SIGSTOP');
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

/** Sessions only: the postmaster still takes new connections, which find no answer once it is frozen too. */
async function pidsOf(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}
