import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { findPostmaster, type Postmaster } from './private-postgres-postmaster.ts';
import { ROLE } from './private-postgres-server.ts';

/** Names the advisory lock that every process using the server holds in the database `postgres`. */
const PRESENCE = 7_220_051_867;
const STOP_MS = 10_000;
const LINGER_MS = 500;

/** A connection that holds a shared lock for as long as it stands: this process uses the server. */
export interface Presence {
  readonly client: pg.Client;
  /** Unreferenced, it does not keep the process alive. */
  readonly socket: Socket;
}

/** Shows our presence to the server. Rejects while it starts or stops; undefined while it does not listen yet. */
export async function enterServer({ socketDirectory, port }: Postmaster): Promise<Presence | undefined> {
  if (socketDirectory === '') return undefined;
  const socket = new Socket();
  const client = new pg.Client({
    ...{ host: socketDirectory, port, user: ROLE, database: 'postgres', ssl: false },
    application_name: 'connector presence',
    connectionTimeoutMillis: 5_000,
    stream: () => socket,
  });
  client.on('error', () => undefined); // its 'end' follows
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE]);
  } catch (error) {
    client.end().catch(() => undefined);
    throw error;
  }
  return { client, socket };
}

/** Ends our presence, and the server with it when we were the last. Of two that leave at once exactly one stops it. */
export async function leaveServer({ client, socket }: Presence, data: string): Promise<void> {
  socket.ref();
  try {
    if (await isLast(client)) await stopServer(data);
  } finally {
    await client.end();
  }
}

async function isLast(client: pg.Client): Promise<boolean> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE]);
  const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [PRESENCE]);
  return rows[0]?.alone === true && (await othersHaveGone(client));
}

/** Clients without a presence count too, such as psql; the ones of a pool just closed need a moment to go. */
async function othersHaveGone(client: pg.Client): Promise<boolean> {
  const giveUpAt = Date.now() + LINGER_MS;
  for (;;) {
    const { rowCount } = await client.query(
      "SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    if (rowCount === 0 || Date.now() > giveUpAt) return rowCount === 0;
    await delay(20);
  }
}

/** A fast shutdown: sessions end, everything is written, the process goes. */
async function stopServer(data: string): Promise<void> {
  const postmaster = await findPostmaster(data);
  if (!postmaster) return;
  process.kill(postmaster.pid, 'SIGINT');
  const giveUpAt = Date.now() + STOP_MS;
  while (Date.now() < giveUpAt && (await findPostmaster(data))) await delay(10);
}
