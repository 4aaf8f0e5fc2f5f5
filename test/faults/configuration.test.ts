import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECRETS } from '../support/canaries.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createWorld } from '../support/fault-world.ts';
import { type Ended, endProcesses, runToEnd } from '../support/processes.ts';

const STOPS_WITHIN_MS = 15_000;
const DEAD_URL = `postgresql://somebody:${SECRETS.databasePassword}@127.0.0.1:1/nothing`;

let directory: string;
let database: TestDatabase;
let usual: Record<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'connector-wrong-'));
  await writeFile(join(directory, 'file'), '');
  database = await createTestDatabase();
  usual = { PORT: '0', DATABASE_URL: database.url, MASTER_KEY: SECRETS.masterKey };
});

afterEach(endProcesses);

afterAll(async () => {
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

/** One line for the operator that names the variable, no trace of where it was thrown, and no secret. */
function expectOneLine({ code, stderr, stdout, ms }: Ended, name: string): void {
  expect({ code, lines: stderr.trimEnd().split('\n').length, stderr }).toEqual({ code: 1, lines: 1, stderr });
  expect(stderr).toContain(name);
  expect(stderr + stdout).not.toMatch(/^\s+at /m);
  for (const secret of Object.values(SECRETS)) expect(stderr + stdout).not.toContain(secret);
  expect(ms).toBeLessThan(STOPS_WITHIN_MS);
}

describe('a wrong value stops the start with one line that names', () => {
  it.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['HOST', 'no such host'],
    ['CONNECTOR_URL', 'https://connector.example.com/below'],
    ['PUBLIC_URL', 'connector.example.com'],
    ['PUBLIC_URL', 'ftp://connector.example.com'],
    ['PUBLIC_URL', 'https://connector.example.com/below'],
    ['DATABASE_URL', 'mysql://127.0.0.1/nothing'],
    ['DATABASE_URL', DEAD_URL],
    ['DATABASE_URL', 'postgresql://somebody@no-such-host.invalid/nothing'],
    ['MASTER_KEY', 'c2hvcnQ='],
    ['MASTER_KEY', ''],
    ['ADMIN_TOKEN', 'short'],
    ['ALLOW_INSECURE_HOSTS', 'localhost'],
    ['SCREENING_DEADLINE_MS', '30000'],
    ['SCREENING_DEADLINE_MS', '20 s'],
    ['SMTP_URL', 'mail.example.com'],
    ['ALERT_FROM', 'nobody'],
    ['LOG_LEVEL', 'loud'],
  ])('%s (%s)', async (name, value) => {
    expectOneLine(await runToEnd('main', { ...usual, [name]: value }), name);
  });

  it('ALERT_FROM, when there is a mail server and no sender', async () => {
    expectOneLine(await runToEnd('main', { ...usual, SMTP_URL: 'smtp://127.0.0.1:25' }), 'ALERT_FROM');
  });

  it('DATABASE_URL, in a worker too', async () => {
    expectOneLine(await runToEnd('worker', { ...usual, DATABASE_URL: DEAD_URL }), 'DATABASE_URL');
  });

  it('DATABASE_URL, when the password is wrong or the database is missing', async () => {
    const missing = new URL(database.url);
    missing.pathname = '/no_such_database';
    expectOneLine(await runToEnd('main', { ...usual, DATABASE_URL: missing.href }), 'DATABASE_URL');
  });

  it('DATA_DIR, which is a file', async () => {
    expectOneLine(await runToEnd('main', { PORT: '0', DATA_DIR: join(directory, 'file') }), 'DATA_DIR');
  });

  describe('with a server that takes connections', () => {
    let server: Server;
    let port: number;

    beforeAll(async () => {
      server = createServer((socket) => socket.on('error', () => undefined).resume());
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      ({ port } = server.address() as AddressInfo);
    });

    afterAll(() => void server.close());

    it('PORT, which is in use', async () => {
      expectOneLine(await runToEnd('main', { ...usual, PORT: String(port) }), 'PORT');
    });

    it('DATABASE_URL, which never answers', async () => {
      const silent = `postgresql://somebody:${SECRETS.databasePassword}@127.0.0.1:${port}/nothing`;
      expectOneLine(await runToEnd('main', { ...usual, DATABASE_URL: silent }), 'DATABASE_URL');
    });
  });
});

it('does not start with another master key than the stored one', async () => {
  const world = await createWorld({ store: { DATABASE_URL: database.url } });
  const service = await world.start();
  await world.serve(service);
  await service.end('SIGTERM');

  const ended = await runToEnd('main', { ...usual, MASTER_KEY: randomBytes(32).toString('base64') });

  expectOneLine(ended, 'MASTER_KEY');
  await world.close();
});
