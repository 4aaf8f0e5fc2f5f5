import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import {
  type PrivateConnection,
  type PrivatePostgres,
  startPrivatePostgres,
} from '../../src/store/private-postgres.ts';

const otherProcess = fileURLToPath(new URL('../support/private-postgres-process.ts', import.meta.url));

let parent: string;
/** Made once, for making it takes longest: what starts on a new directory has one of its own. */
let dataDir: string;
let used: PrivatePostgres[];
let children: ChildProcess[];

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'connector-private-'));
  dataDir = join(parent, 'data');
});

afterAll(() => rm(parent, { recursive: true, force: true }));

beforeEach(() => {
  used = [];
  children = [];
});

afterEach(async () => {
  await Promise.all(children.map(end));
  await Promise.all(used.map((server) => server.stop()));
});

async function start(directory = dataDir): Promise<PrivatePostgres> {
  const server = await startPrivatePostgres({ dataDir: directory, log: () => undefined });
  used.push(server);
  return server;
}

/** Another process that uses the server, its own process group as in a terminal. */
async function startElsewhere(directory = dataDir): Promise<{ child: ChildProcess; connection: PrivateConnection }> {
  const child = spawn(process.execPath, [otherProcess, directory], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, connection: JSON.parse(line.toString()) as PrivateConnection };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

async function query(connection: PrivateConnection, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'));
}

/** What a power cut does to the processes: none of them writes anything any more. */
async function killServer(connection: PrivateConnection): Promise<void> {
  const backends = await query(connection, 'SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
  const pids = [await postmasterPid(), ...backends.map(({ pid }) => Number(pid))];
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}

const write = "DROP TABLE IF EXISTS kept; CREATE TABLE kept (word text); INSERT INTO kept VALUES ('acknowledged')";
const read = 'SELECT word FROM kept';
const written = [{ word: 'acknowledged' }];
const stopped = { code: 'ENOENT' };

describe('what was committed', () => {
  it('is there after the server and the process that used it were killed', async () => {
    const { child, connection } = await startElsewhere();
    await query(connection, write);
    await end(child);
    const before = await postmasterPid();
    await killServer(connection);

    const server = await start();

    expect(await postmasterPid()).not.toBe(before);
    expect(await query(server.connection, read)).toEqual(written);
  });

  it('is there for a process whose server was killed under it, without a restart of the process', async () => {
    const server = await start();
    await query(server.connection, write);
    await killServer(server.connection);

    await start(); // returns when the server is back

    expect(await query(server.connection, read)).toEqual(written);
  });
});

describe('a server that runs already', () => {
  it('is used by the next process when the one that started it was killed', async () => {
    const { child } = await startElsewhere();
    const pid = await postmasterPid();
    await end(child);

    const server = await start();

    expect(await postmasterPid()).toBe(pid);
    expect(await query(server.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('survives the Ctrl-C that reaches every process of the terminal', async () => {
    const { child, connection } = await startElsewhere();
    const exit = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await exit;

    expect(await query(connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await start(); // so that it is stopped
  });

  it('is the same for all of several processes that start it at the same moment', async () => {
    const fresh = join(parent, 'fresh');

    const [first, second, third] = await Promise.all([startElsewhere(fresh), startElsewhere(fresh), start(fresh)]);

    await query(first.connection, write);

    expect(await query(second.connection, read)).toEqual(written);
    expect(await query(third.connection, read)).toEqual(written);
  });
});

describe('the last one out', () => {
  it('stops the server, and nobody before', async () => {
    const [first, second] = [await start(), await start()];

    await first.stop();
    expect(await query(second.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);

    await second.stop();
    await expect(postmasterPid()).rejects.toMatchObject(stopped);
  });

  it('is exactly one of several that leave at the same moment', async () => {
    const servers = [await start(), await start(), await start()];

    await Promise.all(servers.map((server) => server.stop()));

    await expect(postmasterPid()).rejects.toMatchObject(stopped);
  });

  it('leaves the server to a client that is no process of ours', async () => {
    const server = await start();
    const client = new pg.Client(server.connection);
    await client.connect();

    await server.stop();

    expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await (await start()).stop();
  });

  it('may be a process that starts again at once', async () => {
    const first = await start();
    const [, second] = await Promise.all([first.stop(), start()]);

    expect(await query(second.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a lock file that a dead server left', () => {
  beforeEach(async () => {
    await (await start()).stop();
  });

  it.each([
    ['names a process that is something else now', `${process.pid}\n/elsewhere\n1\n5432\n\n`],
    ['is empty', ''],
    ['names no process', 'nonsense\n'],
  ])('does not stop the start when it %s', async (_, content) => {
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    await writeFile(file, content);
    await utimes(file, 0, 0);
    await writeFile(join(dataDir, 'socket', '.s.PGSQL.5432.lock'), `${process.pid}\n`);

    const server = await start();

    expect(await query(server.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('the place', () => {
  it('may be closed to the user that PostgreSQL runs under, who is never root', async () => {
    await start();

    expect((await stat(parent)).mode & 0o777).toBe(0o700);
    const { uid } = await stat(join(dataDir, 'postgres', 'postmaster.pid'));
    if (process.getuid?.() === 0) expect(uid).not.toBe(0);
    else expect(uid).toBe(process.getuid?.());
  });

  it('may have a path too long for a socket', async () => {
    const deep = join(parent, 'a'.repeat(100));

    const server = await start(deep);

    expect(await query(server.connection, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(server.connection.host).not.toContain(deep);
    expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
    await rm(server.connection.host, { recursive: true });
  });

  it('is not used when another major version wrote its data', async () => {
    const old = join(parent, 'old');
    await mkdir(join(old, 'postgres'), { recursive: true });
    await writeFile(join(old, 'postgres', 'PG_VERSION'), '9\n');

    await expect(start(old)).rejects.toThrow(/made by PostgreSQL 9, installed is 18/);
  });

  it('is reached through a socket that only its owner may open, and over no network', async () => {
    const { connection } = await start();

    expect(await query(connection, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
  });

  it('keeps commits through a power cut, and checksums to find what the disk lost', async () => {
    const { connection } = await start();
    const settings = await query(
      connection,
      "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')",
    );

    expect(new Set(settings.map(({ setting }) => setting))).toEqual(new Set(['on']));
    expect(settings).toHaveLength(4);
  });
});

it('logs no value of a statement, not even of one that fails', async () => {
  const { connection } = await start();
  await query(connection, 'CREATE TABLE IF NOT EXISTS people (ssn text UNIQUE)');
  const insert = "INSERT INTO people VALUES ('900-12-3456')";
  await query(connection, insert);

  await expect(query(connection, insert)).rejects.toMatchObject({ code: '23505' });
  await expect(query(connection, "SELECT '900-12-3456'::int")).rejects.toMatchObject({ code: '22P02' });

  expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('900-12');
});
