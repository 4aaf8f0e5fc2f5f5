import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What people put there stays. */
const KEPT = new Set(['README.md', 'by-hand']);

/** Puts a finished pack in the place of the earlier one. */
export async function replacePack(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(to)) if (!KEPT.has(name)) await rm(join(to, name), { recursive: true });
  await cp(from, to, { recursive: true });
  await rm(from, { recursive: true });
}
