import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Pictures and films do not get smaller. */
const PACKED = /\.(png|mp4)$/;

/** One ZIP of these files of the pack, to send. */
export async function zipPack(directory: string, paths: readonly string[], file: string): Promise<void> {
  const entries = await Promise.all(
    paths.map(async (path): Promise<[string, Zippable[string]]> => {
      const content = new Uint8Array(await readFile(join(directory, path)));
      return [`validation-pack/${path}`, [content, { level: PACKED.test(path) ? 0 : 6 }]];
    }),
  );
  await writeFile(file, zipSync(Object.fromEntries(entries)));
}
