import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platformDocumentFor } from '../../src/sandbox/platform-document-for.ts';
import { type PrivatePostgres, startPrivatePostgres } from '../../src/store/private-postgres.ts';
import { commandLineOn, type Done } from '../support/command-line.ts';

const document = JSON.stringify(platformDocumentFor('9001', { icims: 'https://icims.example.com' }));

let dataDir: string;
let keyFile: string;
let server: PrivatePostgres;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'connector-rotation-'));
  keyFile = join(dataDir, 'master.key');
  // As a running service would: the commands use its server and leave it running.
  server = await startPrivatePostgres({ dataDir, log: () => undefined, sharedBuffers: '16MB' });
  await run(['platform', 'accept-policy', '9001', '--by', 'Ana Example']);
  await run(['platform', 'import', '-'], document);
});

afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

function run(words: readonly string[], input?: string): Promise<Done> {
  return commandLineOn({ DATA_DIR: dataDir }, words, input);
}

async function expectReadable(): Promise<void> {
  const { output, problems } = await run(['platform', 'export', '9001', '--with-secrets']);
  expect(problems).toBe('');
  expect(JSON.parse(output)).toEqual(JSON.parse(document));
}

const keyFiles = async (): Promise<string[]> =>
  (await readdir(dataDir)).filter((name) => name.startsWith('master.key'));

describe('rotation of the master key in its file', () => {
  it('replaces the file, and everything stays readable', async () => {
    const before = await readFile(keyFile, 'utf8');

    expect(await run(['rotate-master-key', '--json'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('"dataKeys": 1'),
    });

    expect(await readFile(keyFile, 'utf8')).not.toBe(before);
    expect(await keyFiles()).toEqual(['master.key']);
    await expectReadable();
  });

  it('that died before the commit leaves the old key in use, and the next one carries on with the new key', async () => {
    const other = Buffer.alloc(32, 5).toString('base64');
    await writeFile(`${keyFile}.next`, `${other}\n`, { mode: 0o600 });
    await expectReadable();

    await run(['rotate-master-key']);

    expect((await readFile(keyFile, 'utf8')).trim()).toBe(other);
    expect(await keyFiles()).toEqual(['master.key']);
    await expectReadable();
  });

  it('that died after the commit is finished by the next start', async () => {
    const before = await readFile(keyFile, 'utf8');
    await run(['rotate-master-key']);
    const after = await readFile(keyFile, 'utf8');
    await writeFile(`${keyFile}.next`, after, { mode: 0o600 });
    await writeFile(keyFile, before);

    await expectReadable();

    expect(await readFile(keyFile, 'utf8')).toBe(after);
    expect(await keyFiles()).toEqual(['master.key']);
  });

  it('that died between its last two steps is followed by one to another key', async () => {
    const inUse = await readFile(keyFile, 'utf8');
    await writeFile(`${keyFile}.next`, inUse, { mode: 0o600 });

    expect(await run(['rotate-master-key'])).toMatchObject({ code: 0 });

    expect(await readFile(keyFile, 'utf8')).not.toBe(inUse);
    await expectReadable();
  });

  it('is not guessed: a key that fits nothing stops the start', async () => {
    const right = await readFile(keyFile, 'utf8');
    await writeFile(keyFile, `${Buffer.alloc(32, 9).toString('base64')}\n`);

    const done = await run(['platform', 'list']);

    expect(done).toMatchObject({ code: 1, output: '' });
    expect(done.problems).toMatch(/^MASTER_KEY is not the one/);
    await writeFile(keyFile, right);
  });
});
