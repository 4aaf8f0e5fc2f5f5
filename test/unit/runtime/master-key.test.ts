import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMasterKey } from '../../../src/runtime/master-key.ts';

let parent: string;
let dataDir: string;
let file: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'connector-key-'));
  dataDir = join(parent, 'data');
  file = join(dataDir, 'master.key');
});

afterEach(() => rm(parent, { recursive: true, force: true }));

function load(change: { masterKey?: string; databaseUrlSet?: boolean } = {}): Promise<Buffer> {
  return loadMasterKey({ masterKey: undefined, dataDir, databaseUrlSet: false, ...change });
}

describe('MASTER_KEY', () => {
  it('is the key when it is set, and nothing is written', async () => {
    const given = Buffer.alloc(32, 7);

    expect(await load({ masterKey: given.toString('base64'), databaseUrlSet: true })).toEqual(given);
    expect(await readdir(parent)).toEqual([]);
  });

  it.each([
    ['empty', ''],
    ['too short', Buffer.alloc(31, 7).toString('base64')],
    ['too long', Buffer.alloc(33, 7).toString('base64')],
    ['in hexadecimal', Buffer.alloc(32, 7).toString('hex')],
    ['without its padding', Buffer.alloc(32, 7).toString('base64').replace('=', '')],
    ['with something behind it', `${Buffer.alloc(32, 7).toString('base64')} x`],
  ])('stops the start when it is %s, in one line that names it and not its value', async (_, masterKey) => {
    const message = /^MASTER_KEY must be 32 random bytes in base64, for example from `openssl rand -base64 32`\.$/;

    await expect(load({ masterKey })).rejects.toThrow(message);
  });

  it('is required with a database of its own, even where a file lies', async () => {
    await load();

    await expect(load({ databaseUrlSet: true })).rejects.toThrow(
      /^MASTER_KEY is required when DATABASE_URL is set; .*base64/,
    );
  });
});

describe('the file master.key', () => {
  it('is made once, readable by its owner alone, and the same ever after', async () => {
    const first = await load();

    expect(first).toHaveLength(32);
    expect(await load()).toEqual(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(['master.key']);
  });

  it('holds what MASTER_KEY takes', async () => {
    const key = await load();

    expect(await load({ masterKey: (await readFile(file, 'utf8')).trim() })).toEqual(key);
  });

  it('is one for all that make it at the same moment', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => load()));

    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(await readdir(dataDir)).toEqual(['master.key']);
  });

  it('is refused when others can read it', async () => {
    await load();
    await chmod(file, 0o644);

    await expect(load()).rejects.toThrow(`${file} can be read by others: chmod 600 it.`);
  });

  it('is refused, and not replaced, when it holds no key', async () => {
    await load();
    await writeFile(file, 'oops');

    await expect(load()).rejects.toThrow(/master\.key holds no key; it must be 32 random bytes/);
    expect(await readFile(file, 'utf8')).toBe('oops');
  });

  it('names its place when that cannot be', async () => {
    await writeFile(dataDir, 'a file where the directory should be');

    await expect(load()).rejects.toThrow(/master\.key cannot be read or made \(E[A-Z]+\): set DATA_DIR/);
  });
});
