import { unlink } from 'node:fs/promises';
import { isThere, makeKeyFileUnlessThere, readKeyFile, replaceKeyFile } from './master-key-file.ts';
import { masterKeyFile } from './master-key.ts';

/**
 * The key that is to replace the one in `master.key`. A rotation writes it to `master.key.next`, wraps all data keys
 * with it in one transaction, and then puts it in the old one's place. So at every moment a key that fits the database
 * is on disk: before the commit `master.key`, after it `master.key.next`. A start finds out by the database which of the
 * two fits, and finishes what was cut off. Nothing but `takeOver` removes `master.key.next`: another process may be
 * between its commit and its end.
 */
export interface NextMasterKey {
  readonly key: Buffer;
  /** The key becomes the content of `master.key`; the old one is gone. Call it only once the database is on it. */
  takeOver(): Promise<void>;
}

/** The key of a rotation that is under way or was cut off. */
export async function findNextMasterKey(dataDir: string): Promise<NextMasterKey | undefined> {
  const file = nextFile(dataDir);
  return (await isThere(file)) ? toNextMasterKey(dataDir, await readKeyFile(file)) : undefined;
}

/** The key to rotate to. That of a rotation that was cut off before its commit is as good as a new one. */
export async function makeNextMasterKey(dataDir: string): Promise<NextMasterKey> {
  const file = nextFile(dataDir);
  const inUse = await readKeyFile(masterKeyFile(dataDir));
  if ((await findNextMasterKey(dataDir))?.key.equals(inUse) === true) await unlink(file);
  await makeKeyFileUnlessThere(file);
  return toNextMasterKey(dataDir, await readKeyFile(file));
}

function toNextMasterKey(dataDir: string, key: Buffer): NextMasterKey {
  return {
    key,
    async takeOver() {
      await replaceKeyFile(masterKeyFile(dataDir), key);
      const left = await findNextMasterKey(dataDir);
      if (left?.key.equals(key) === true) await unlink(nextFile(dataDir)).catch(() => undefined);
    },
  };
}

function nextFile(dataDir: string): string {
  return `${masterKeyFile(dataDir)}.next`;
}
