import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Verdict } from '../verdict/judge.ts';
import { filesOf } from './files-of.ts';
import { indexHtml, indexMarkdown, type Head } from './index-page.ts';
import { zipPack } from './zip-pack.ts';

export const SUMS = 'SHA256SUMS';
const ZIP = 'validation-pack.zip';
/** Everything that `writeIndex` writes. */
export const WRITTEN = ['INDEX.md', 'index.html', 'verdict.json', SUMS, ZIP] as const;

/** Writes what a reviewer opens first, the sums of all files (`sha256sum -c SHA256SUMS`), and the ZIP to send. */
export async function writeIndex(pack: string, head: Head, verdicts: readonly Verdict[]): Promise<void> {
  const files = await filesOf(pack);
  await writeFile(join(pack, 'verdict.json'), `${JSON.stringify(verdicts, null, 2)}\n`);
  await writeFile(join(pack, 'INDEX.md'), indexMarkdown(head, verdicts, files));
  await writeFile(join(pack, 'index.html'), indexHtml(head, verdicts, files));
  const all = await filesOf(pack);
  await writeFile(join(pack, SUMS), all.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
  await zipPack(pack, [...all.map(({ path }) => path), SUMS], join(pack, ZIP));
}

/** The product's version, from its package.json. */
export async function productVersion(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}
