import type pg from 'pg';
import { Failure, toFailure } from '../runtime/failure.ts';
import { joinServer } from './private-postgres-join.ts';
import { leaveServer } from './private-postgres-presence.ts';
import { prepareServer, ROLE } from './private-postgres-server.ts';

/** How to reach the private PostgreSQL, as pg.PoolConfig wants it; `host` is the directory of its socket. */
export interface PrivateConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly ssl: false;
}

export interface PrivatePostgres {
  readonly connection: PrivateConnection;
  /** Stops the server if no other process uses it. Call it after closing the pools. */
  stop(): Promise<void>;
}

interface PrivatePostgresOptions {
  /** The data goes to `<dataDir>/postgres`, the server's log to `<dataDir>/postgres.log`. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** PostgreSQL's setting of this name; 128MB unless given. */
  readonly sharedBuffers?: string;
}

/** What the slower of two processes that create the database at once is told: duplicate database, or duplicate key. */
const alreadyThere = new Set(['42P04', '23505']);

/**
 * Starts the PostgreSQL of this data directory, or uses the one that already runs there: another process of ours has
 * started it, or it outlived its killed parent. If it dies while we use it, it is started again.
 *
 * @throws Failure with one line for the operator when this machine cannot run it, or it is not ready after a minute.
 */
export async function startPrivatePostgres(options: PrivatePostgresOptions): Promise<PrivatePostgres> {
  const leaving = new AbortController();
  const joinOptions = { log: options.log, sharedBuffers: options.sharedBuffers ?? '128MB', leaving: leaving.signal };
  const prepared = await prepareServer(options.dataDir).catch(unusable(options.dataDir));
  let presence = await joinServer(prepared, joinOptions).catch(unusable(options.dataDir));
  const { host, port } = presence.client;
  await createDatabase(presence.client).catch(async (error: unknown) => {
    await leaveServer(presence, prepared.data);
    throw toFailure(error);
  });

  let rejoined = Promise.resolve();
  const rejoin = async (): Promise<void> => {
    if (leaving.signal.aborted) return;
    options.log('The private PostgreSQL has gone away: starting it again.');
    try {
      presence = await joinServer({ ...prepared, socketDirectory: host }, joinOptions);
      watch();
    } catch (error) {
      options.log(toFailure(error).message);
      await rejoin();
    }
  };
  const watch = (): void => {
    presence.socket.unref();
    presence.client.once('end', () => {
      rejoined = rejoin();
    });
  };
  watch();

  const leave = async (): Promise<void> => {
    leaving.abort();
    await rejoined;
    await leaveServer(presence, prepared.data).catch(() => undefined); // it died before we could leave it
  };
  let left: Promise<void> | undefined;
  return { connection: { host, port, user: ROLE, database: ROLE, ssl: false }, stop: () => (left ??= leave()) };
}

function unusable(dataDir: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof Failure) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'an error';
    const message = `${dataDir} cannot hold a database (${code}): set DATA_DIR to a directory of your own, or DATABASE_URL.`;
    throw new Failure('rejected', 'PRIVATE_POSTGRES', message);
  };
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [ROLE]);
  if (rowCount !== 0) return;
  await client.query(`CREATE DATABASE ${ROLE}`).catch((error: unknown) => {
    if (!alreadyThere.has((error as pg.DatabaseError).code ?? '')) throw error;
  });
}
