import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type PrivateConnection } from '../../src/store/private-postgres.ts';

export interface TestDatabase {
  /** For a process's DATABASE_URL. */
  readonly url: string;
  /** The same for a pool. */
  readonly connection: pg.PoolConfig;
  /** Removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

const OBJECT_IN_USE = '55006';
const RETRY_MS = 10_000;

/**
 * A migrated and otherwise empty database of the caller's own, within some 0.1 s: a copy of the template that the global
 * setup made.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { TEST_SERVER_URL: serverUrl = '', TEST_TEMPLATE: template = '' } = process.env;
  const name = `${template}_${randomUUID().replaceAll('-', '')}`;
  await administer(serverUrl, (client) => copyDatabase(client, template, name));
  const url = databaseUrl(serverUrl, name);
  const drop = (): Promise<void> =>
    administer(serverUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { url, connection: { connectionString: url }, drop };
}

/** Runs statements that belong to no test database, such as making one. */
export async function administer(serverUrl: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The URL of another database on the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** The private server's `postgres` database as a URL; the socket's directory goes into the query, as libpq wants it. */
export function privateServerUrl({ host, port, user }: PrivateConnection): string {
  return `postgresql://${user}@localhost:${port}/postgres?host=${encodeURIComponent(host)}`;
}

/** Autovacuum or another copy may hold the template for a moment. */
async function copyDatabase(client: pg.Client, template: string, name: string): Promise<void> {
  const giveUpAt = Date.now() + RETRY_MS;
  const copy = (): Promise<unknown> => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const again = async (error: pg.DatabaseError): Promise<unknown> => {
    if (error.code !== OBJECT_IN_USE || Date.now() > giveUpAt) throw error;
    await delay(50);
    return copy().catch(again);
  };
  await copy().catch(again);
}
