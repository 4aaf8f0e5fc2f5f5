import { administer, type TestDatabase } from './database.ts';

/** Lets nobody into the database any more and throws out who is there: for the connector it is as if it were down. */
export async function closeDatabase(database: Pick<TestDatabase, 'url'>): Promise<void> {
  const name = nameOf(database);
  await administer(serverUrl(), async (client) => {
    await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  });
}

/** Undoes `closeDatabase`. */
export async function openDatabase(database: Pick<TestDatabase, 'url'>): Promise<void> {
  await administer(serverUrl(), (client) =>
    client.query(`ALTER DATABASE ${nameOf(database)} WITH ALLOW_CONNECTIONS true`),
  );
}

function nameOf({ url }: Pick<TestDatabase, 'url'>): string {
  return new URL(url).pathname.slice(1);
}

function serverUrl(): string {
  return process.env['TEST_SERVER_URL'] ?? '';
}
