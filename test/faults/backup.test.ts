import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { type Candidate } from '../../src/sandbox/seed/seed-platform.ts';
import { makeBackup } from '../../src/store/make-backup.ts';
import { migrate, NEWEST_SCHEMA } from '../../src/store/migrate.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { commandLineOn, type Done } from '../support/command-line.ts';
import { type ConnectorOptions, startConnector, type TestConnector } from '../support/connector.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { queryDatabase } from '../support/query-database.ts';
import { writeBackEntries } from '../support/write-back-entries.ts';

let parent: string;
let receiver: CaseReceiver;
let connector: TestConnector;
const candidates: Candidate[] = [];
const databases: TestDatabase[] = [];

const at = (...names: string[]): string => join(parent, ...names);
const onFolder = (folder: string) => ({ DATABASE_URL: '', MASTER_KEY: '', DATA_DIR: at(folder) });

function starting(folder: string, environment: Record<string, string> = {}): ConnectorOptions {
  return {
    environment: { ...onFolder(folder), ...environment },
    insecureHosts: [new URL(receiver.url).host],
  };
}

const backup = (file: string): Promise<Done> => commandLineOn(given(onFolder('data')), ['backup', at(file)]);
const restore = (environment: Record<string, string>, file: string): Promise<Done> =>
  commandLineOn(given(environment), ['restore', at(file)]);
/** An unset variable is no empty one. */
const given = (environment: Record<string, string>) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

async function order(): Promise<string> {
  const candidate = connector.theirs().addCandidate('h1b-new-graduate');
  candidates.push(candidate);
  return String((await connector.send(anOfferAccepted(connector.theirs(), candidate))).body.reference);
}

/** An empty folder with the master key in its place. */
async function emptyFolder(name: string): Promise<void> {
  await mkdir(at(name), { mode: 0o711 });
  await copyFile(at('data', 'master.key'), at(name, 'master.key'));
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}

const keyOf = async (folder: string) => (await readFile(at(folder, 'master.key'), 'utf8')).trim();
const onServer = async ({ url }: TestDatabase) => ({ DATABASE_URL: url, MASTER_KEY: await keyOf('data') });

/** Two hires wait, a backup is made while others come in, and all of them are delivered after that. */
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'connector-backup-'));
  receiver = await startCaseReceiver();
  const caseSystem = { type: 'webhook', url: receiver.url, secret: receiver.secret } as const;
  connector = await startConnector({
    ...starting('data', { DELIVERY_CONCURRENCY: '0' }),
    platforms: { '9001': { caseSystem } },
  });
  for (let each = 0; each < 2; each += 1) await order();
  const later = Array.from({ length: 40 }, () => order());
  const [done] = await Promise.all([backup('whole.backup'), ...later]);
  expect(done).toMatchObject({ code: 0, problems: '' });
  await connector.stop();
  connector = await startConnector({ ...starting('data'), on: connector });
  for (const { id } of await connector.admin.hires()) await connector.admin.hireIn('delivered', id);
}, 120_000);

afterAll(async () => {
  await connector.close();
  await receiver.close();
  for (const database of databases) await database.drop();
  await rm(parent, { recursive: true, force: true });
});

describe('a backup made under load', () => {
  it('is for its owner alone, and holds neither the master key nor a word of what is sealed', async () => {
    const text = gunzipSync(await readFile(at('whole.backup'))).toString('utf8');
    const key = Buffer.from(await keyOf('data'), 'base64');

    expect((await stat(at('whole.backup'))).mode & 0o077).toBe(0);
    expect(text).toContain('"table":"hires"');
    for (const form of ['base64', 'hex', 'latin1'] as const) expect(text).not.toContain(key.toString(form));
    const [hire] = await connector.admin.hires();
    const { fields } = await connector.admin.hire(hire?.id ?? '');
    const { family_name: name, email } = fields?.['person'] as Record<string, string>;
    expect([name, email]).toEqual([expect.stringMatching(/\w{3}/), expect.stringContaining('@')]);
    for (const word of [name, email]) expect(text).not.toContain(word);
    expect(text).not.toContain(receiver.secret);
  });

  it('is written once: a file that exists is not touched', async () => {
    expect(await backup('whole.backup')).toMatchObject({
      code: 1,
      problems: expect.stringContaining('exists already'),
    });
  });

  it('put back into an empty folder delivers again what it knows, and neither case nor entry is doubled', async () => {
    await connector.stop();
    await emptyFolder('restored');

    expect(await restore(onFolder('restored'), 'whole.backup')).toMatchObject({ code: 0, problems: '' });
    const restored = await startConnector({ ...starting('restored'), on: connector });
    const known = await restored.admin.hires();
    for (const { id } of known) await restored.admin.hireIn('delivered', id);

    expect(known.length).toBeGreaterThanOrEqual(2);
    expect(receiver.cases()).toHaveLength(candidates.length);
    for (const candidate of candidates) expect(writeBackEntries(restored.theirs(), candidate)).toHaveLength(1);
    const [first] = candidates.map((candidate) => anOfferAccepted(restored.theirs(), candidate));
    const again = first && (await restored.send(first));
    expect(again).toMatchObject({ code: 'DUPLICATE_REQUEST' });
    const audit = await commandLineOn(given(onFolder('restored')), ['audit', 'verify']);
    expect(audit).toMatchObject({ code: 0, output: expect.stringContaining('whole') });
    const { body } = await restored.admin.get('/api/v1/audit').query({ action: 'backup.restored' });
    expect(body).toMatchObject({ items: [{ actor: 'cli:tester' }] });
    await restored.stop();
  }, 60_000);

  it('goes to a server of your own just as well', async () => {
    const database = await emptyDatabase();

    const done = await restore(await onServer(database), 'whole.backup');

    expect(done).toMatchObject({ code: 0, problems: '' });
    expect((await queryDatabase(database, 'SELECT FROM hires')).length).toBeGreaterThanOrEqual(2);
    // Numbers go on where they were.
    await queryDatabase(database, `INSERT INTO audit (at, actor, action, detail) VALUES (now(), 'a', 'b', '{}')`);
  });
});

describe('a restore is refused', () => {
  it.each([
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 400)],
    ['damaged', (whole: Buffer) => Buffer.concat([whole.subarray(0, 5_000), Buffer.alloc(9), whole.subarray(5_009)])],
    ['no backup', () => Buffer.from('-- PostgreSQL database dump')],
    ['empty', () => Buffer.alloc(0)],
  ])('when the file is %s, leaves nothing behind, and takes the whole one after that', async (what, change) => {
    const database = await emptyDatabase();
    await writeFile(at(`${what}.backup`), change(await readFile(at('whole.backup'))));

    const done = await restore(await onServer(database), `${what}.backup`);

    expect(done).toEqual({ code: 1, output: '', problems: expect.stringMatching(/not a whole backup.*Nothing/) });
    expect(await restore(await onServer(database), 'whole.backup')).toMatchObject({ code: 0 });
  });

  it('where there are data already', async () => {
    const database = await emptyDatabase();
    await restore(await onServer(database), 'whole.backup');

    const done = await restore(await onServer(database), 'whole.backup');

    expect(done).toMatchObject({ code: 1, problems: expect.stringContaining('into an empty one') });
  });

  it('with another master key, and while there is none', async () => {
    const database = await emptyDatabase();
    const other = Buffer.alloc(32, 3).toString('base64');
    await mkdir(at('without-key'));

    const wrong = await restore({ DATABASE_URL: database.url, MASTER_KEY: other }, 'whole.backup');
    const none = await restore(onFolder('without-key'), 'whole.backup');

    expect(wrong).toMatchObject({ code: 1, problems: expect.stringContaining('MASTER_KEY is not the one') });
    expect(await queryDatabase(database, 'SELECT FROM hires')).toEqual([]);
    expect(none).toMatchObject({ code: 1, problems: expect.stringContaining('Put the master key') });
  });
});

describe('a backup of an earlier version', () => {
  it('is brought up to date when it is restored', async () => {
    const [older, newer] = [await emptyDatabase(), await emptyDatabase()];
    const pool = new pg.Pool({ connectionString: older.url });
    await migrate(pool, NEWEST_SCHEMA - 1);
    await pool.query(`INSERT INTO withdrawals (customer_id, workflow_id, at) VALUES ('9001', E'a\\tb\\\\.\\n', now())`);
    await pool.end();
    const file = at('older.backup');
    await makeBackup({ connectionString: older.url }, createWriteStream(file));

    expect(await restore(await onServer(newer), 'older.backup')).toMatchObject({ code: 0, problems: '' });

    expect(await queryDatabase(newer, 'SELECT workflow_id FROM withdrawals')).toEqual([{ workflow_id: 'a\tb\\.\n' }]);
    expect(await queryDatabase(newer, 'SELECT max(number) AS last FROM schema_migrations')).toEqual([
      { last: NEWEST_SCHEMA },
    ]);
  });
});
