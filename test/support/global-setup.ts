import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/store/migrate.ts';
import { startPrivatePostgres } from '../../src/store/private-postgres.ts';
import { administer, databaseUrl, privateServerUrl } from './database.ts';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

/**
 * One PostgreSQL for the whole run and in it the template that every test database is a copy of. TEST_DATABASE_URL
 * names another server for it; its user must be allowed to create databases.
 */
export default async function globalSetup(): Promise<void> {
  installBrowser();
  const template = `test_${randomBytes(6).toString('hex')}`;
  const { url, stop } = await testServer();
  globalThis.stopTestServer = async () => {
    await administer(url, (client) => dropDatabases(client, template)).finally(stop);
  };
  process.env['TEST_SERVER_URL'] = url;
  process.env['TEST_TEMPLATE'] = template;
  try {
    await makeTemplate(url, template);
  } catch (error) {
    await globalThis.stopTestServer();
    throw error;
  }
}

/** Where it cannot be installed the script says what to do, and the tests in test/browser fail with the same words. */
function installBrowser(): void {
  const script = join(import.meta.dirname, '..', '..', '.ci', 'install-browser');
  spawnSync(script, { stdio: ['ignore', process.stderr, process.stderr] });
}

async function testServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return { url, stop: () => Promise.resolve() };
  const dataDir = await mkdtemp(join(tmpdir(), 'connector-test-'));
  const server = await startPrivatePostgres({ dataDir, log: () => undefined, sharedBuffers: '64MB' });
  return {
    url: privateServerUrl(server.connection),
    stop: () => server.stop().finally(() => rm(dataDir, { recursive: true, force: true })),
  };
}

async function makeTemplate(serverUrl: string, template: string): Promise<void> {
  await administer(serverUrl, (client) => client.query(`CREATE DATABASE ${template}`));
  const pool = new pg.Pool({ connectionString: databaseUrl(serverUrl, template) });
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
}

async function dropDatabases(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
    [template],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
}
