import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PlatformDocument } from '../../src/platforms/platform.ts';
import { platformDocumentFor } from '../../src/sandbox/platform-document-for.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { commandLineOn, type Done } from '../support/command-line.ts';
import { queryDatabase } from '../support/query-database.ts';

const MASTER_KEY = Buffer.alloc(32, 1).toString('base64');

let database: TestDatabase;
let directory: string;

beforeEach(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'connector-cli-'));
});

afterEach(async () => {
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

function run(words: readonly string[], more: { input?: string; environment?: Record<string, string> } = {}) {
  const environment = { DATABASE_URL: database.url, MASTER_KEY, ...more.environment };
  return commandLineOn(environment, words, more.input);
}

function aDocument(changes: Partial<PlatformDocument> = {}): string {
  const document = PlatformDocument.parse(platformDocumentFor('9001', { icims: 'https://icims.example.com' }));
  return JSON.stringify({ ...document, ...changes });
}

async function imported(changes: Partial<PlatformDocument> = {}): Promise<Done> {
  await run(['platform', 'accept-policy', '9001', '--by', 'Ana Example']);
  return run(['platform', 'import', '-'], { input: aDocument(changes) });
}

async function actionsOf(): Promise<string[]> {
  const { output } = await run(['audit', 'export']);
  return (JSON.parse(output) as { action: string }[]).map(({ action }) => action);
}

describe('usage', () => {
  it.each([
    ['no command', [], 2],
    ['a group without a command', ['hire'], 2],
    ['an unknown command', ['hires'], 2],
    ['an unknown option', ['hire', 'list', '--status', 'parked'], 2],
    ['a customer ID that is none', ['platform', 'show', '../etc'], 2],
    ['a reference that is none', ['hire', 'show', '17'], 2],
    ['a state that is none', ['hire', 'list', '--state', 'lost'], 2],
    ['a limit of nothing', ['event', 'list', '--limit', '0'], 2],
    ['a day that is none', ['audit', 'export', '--from', '2026-13-01'], 2],
    ['deleting without saying yes', ['platform', 'delete', '9001'], 2],
    ['help', ['platform', 'import', '--help'], 0],
  ])('answers %s without touching a database', async (_, words, code) => {
    const done = await run(words, { environment: { DATABASE_URL: 'postgresql://nobody.example.com/none' } });

    expect(done.code).toBe(code);
    expect(done.output === '').toBe(code !== 0);
  });

  it('says in one line what the environment lacks', async () => {
    const done = await run(['platform', 'list'], { environment: { MASTER_KEY: '' } });

    expect(done).toMatchObject({ code: 1, output: '' });
    expect(done.problems).toMatch(/^MASTER_KEY is required when DATABASE_URL is set; [^\n]+\n$/);
  });
});

describe('the process', () => {
  it('prints the result alone, and names the user of the system in the audit log', async () => {
    const environment = { ...process.env, DATABASE_URL: database.url, MASTER_KEY };
    const start = (words: readonly string[]) =>
      promisify(execFile)(process.execPath, ['src/cli.ts', ...words], { env: environment });

    await start(['audit', 'export']);
    const { stdout, stderr } = await start(['audit', 'export']);

    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject([{ action: 'audit.exported', actor: `cli:${userInfo().username}` }]);
    await expect(start(['platform', 'show', '9001'])).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'There is no such platform.\n',
    });
  });
});

describe('platform', () => {
  it('is imported, listed and shown without its secrets', async () => {
    expect(await imported()).toMatchObject({ code: 0, problems: '', output: 'Platform 9001 is created, version 1.\n' });

    const list = await run(['platform', 'list', '--json']);
    const show = await run(['platform', 'show', '9001', '--json']);

    expect(JSON.parse(list.output)).toMatchObject({ items: [{ customerId: '9001', version: 1, attention: [] }] });
    expect(JSON.parse(show.output)).toMatchObject({ icims: { auth: { clientSecret: '***' } } });
  });

  it('is not taken with a fault, which is named on one line', async () => {
    const done = await imported({ environment: 'staging' as 'sandbox' });

    expect(done).toMatchObject({ code: 1, output: '' });
    expect(done.problems).toMatch(/^The platform document has a fault: \/environment [^\n]+\n$/);
  });

  it('shows on a dry run what would change, secrets masked, and changes nothing', async () => {
    await imported();
    const inbound = { basic: { username: 'icims-basic-9001', password: 'a new password' } };

    const done = await run(['platform', 'import', '-', '--dry-run'], { input: aDocument({ name: 'New', inbound }) });

    expect(done.output).toContain('~ /name  "Example Health, sandbox" → "New"');
    expect(done.output).toContain('~ /inbound/basic/password  "***" → "***"');
    expect(done.output).toContain('- /inbound/hmac/user');
    expect(done.output).not.toContain('a new password');
    expect((await run(['platform', 'show', '9001'])).output).toContain('Example Health, sandbox');
  });

  it('refuses on a dry run what the import would refuse', async () => {
    const done = await run(['platform', 'import', '-', '--dry-run'], { input: aDocument({ inbound: {} }) });

    expect(done).toMatchObject({ code: 1, output: '' });
  });

  it('is not enabled before a person has accepted the privacy policy', async () => {
    const text = await run(['platform', 'accept-policy', '9001']);
    const early = await run(['platform', 'import', '-'], { input: aDocument() });
    const accepted = await run(['platform', 'accept-policy', '9001', '--by', 'Ana Example, HR']);

    expect(text.output).toContain('What is read from iCIMS');
    expect(early.problems).toMatch(/privacy policy has not been accepted/);
    expect(accepted.output).toMatch(/is accepted for platform 9001 by Ana Example, HR/);
    expect(await run(['platform', 'import', '-'], { input: aDocument() })).toMatchObject({ code: 0 });
    expect(await actionsOf()).toContain('policy.accepted');
  });

  it('comes back from an export with secrets unchanged, and the export is audited', async () => {
    await imported();
    const file = join(directory, 'platform.json');

    await run(['platform', 'export', '9001', '--with-secrets', '--out', file]);

    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(aDocument()));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await run(['platform', 'import', file, '--dry-run'])).output).toBe('Platform 9001 would stay as it is.\n');
    expect(await actionsOf()).toContain('platform.exported');
  });

  it('does not write over a file', async () => {
    await imported();
    const file = join(directory, 'platform.json');
    await writeFile(file, 'mine');

    const done = await run(['platform', 'export', '9001', '--out', file]);

    expect(done).toMatchObject({ code: 1, problems: `${file} exists already: name another file.\n` });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('is deleted for good', async () => {
    await imported();

    expect(await run(['platform', 'delete', '9001', '--yes'])).toMatchObject({ code: 0 });
    expect(await run(['platform', 'show', '9001'])).toMatchObject({
      code: 1,
      problems: 'There is no such platform.\n',
    });
  });

  it('fails its test when iCIMS may not be called', async () => {
    await imported({
      icims: { ...(JSON.parse(aDocument()) as PlatformDocument).icims, apiBaseUrl: 'https://localhost:1' },
    });

    const done = await run(['platform', 'test', '9001', '--json']);

    expect(JSON.parse(done.output)).toMatchObject({ ok: false });
    expect(done).toMatchObject({ code: 1, problems: 'Platform 9001 is not ready.\n' });
  });
});

describe('audit', () => {
  it('is exported as CSV with one line of names, under the name of who did it, earlier exports included', async () => {
    await imported();
    await run(['audit', 'export', '--customer', '9001']);

    const { output } = await run(['audit', 'export', '--format', 'csv', '--customer', '9001']);

    const [names, accepted, created, exported, end] = output.split('\r\n');
    expect(names).toBe('id,at,actor,action,customerId,subject,detail,hash');
    expect(accepted).toMatch(/,cli:tester,policy\.accepted,9001,9001,/);
    expect(created).toMatch(/,cli:tester,platform\.created,9001,9001,/);
    expect(exported).toMatch(/,cli:tester,audit\.exported,9001,/);
    expect(end).toBe('');
  });

  it('is one JSON array however many pages it takes', async () => {
    await queryDatabase(
      database,
      "INSERT INTO audit (at, actor, action) SELECT now(), 'somebody', 'hire.read' FROM generate_series(1, 2300)",
    );

    expect(await actionsOf()).toHaveLength(2300);
  });

  it('keeps to who did what to whom', async () => {
    await imported();
    const count = async (...filter: readonly string[]) =>
      (JSON.parse((await run(['audit', 'export', ...filter])).output) as object[]).length;

    expect(await count('--actor', 'cli:tester', '--action', 'platform.created', '--subject', '9001')).toBe(1);
    expect(await count('--actor', 'ana@example.com')).toBe(0);
    expect(await count('--action', 'platform.deleted')).toBe(0);
    expect(await run(['audit', 'export', '--action', 'platform.stolen'])).toMatchObject({ code: 2, output: '' });
  });

  it('keeps to the days that are asked for', async () => {
    await imported();

    const { output } = await run(['audit', 'export', '--to', '2020-01-01']);

    expect(JSON.parse(output)).toEqual([]);
  });

  it('is whole, and a broken chain fails', async () => {
    expect(await run(['audit', 'verify'])).toMatchObject({ code: 0 });
    await queryDatabase(database, `INSERT INTO audit_seals (position, audit_id, hash) VALUES (1, 1, '\\x00')`);

    expect(await run(['audit', 'verify'])).toMatchObject({ code: 1, problems: 'The chain breaks at entry 1.\n' });
  });
});

describe('rotate-master-key', () => {
  const NEW_MASTER_KEY = Buffer.alloc(32, 2).toString('base64');

  it('wraps everything with NEW_MASTER_KEY, and the old one opens nothing more', async () => {
    await imported();

    const done = await run(['rotate-master-key'], { environment: { NEW_MASTER_KEY } });

    expect(done).toMatchObject({ code: 0, problems: '' });
    expect(done.output).not.toContain(NEW_MASTER_KEY);
    expect(await run(['platform', 'list'])).toMatchObject({ code: 1 });
    const renewed = { environment: { MASTER_KEY: NEW_MASTER_KEY } };
    const shown = await run(['platform', 'export', '9001', '--with-secrets'], renewed);
    expect(JSON.parse(shown.output)).toEqual(JSON.parse(aDocument()));
    const { output } = await run(['audit', 'export'], renewed);
    expect(output).toContain('"action":"master-key.rotated"');
  });

  it.each([
    ['nothing', '', /^Leave MASTER_KEY as it is and set NEW_MASTER_KEY/],
    ['no key', 'secret', /^NEW_MASTER_KEY must be 32 random bytes in base64/],
    ['the key in use', MASTER_KEY, /^The new master key is the one in use/],
  ])('is refused with %s as NEW_MASTER_KEY', async (_, key, problem) => {
    await imported();

    const done = await run(['rotate-master-key'], { environment: { NEW_MASTER_KEY: key } });

    expect(done).toMatchObject({ code: 1, output: '', problems: expect.stringMatching(problem) });
  });

  it('is refused while nothing is wrapped: a running process could not notice', async () => {
    const done = await run(['rotate-master-key'], { environment: { NEW_MASTER_KEY } });

    expect(done).toMatchObject({ code: 1, problems: 'Nothing is wrapped with the master key yet.\n' });
  });
});
