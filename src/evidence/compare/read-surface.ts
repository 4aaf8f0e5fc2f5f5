import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod';
import { Failure } from '../../runtime/failure.ts';
import { type Surface } from './surface.ts';

const Area = z.record(z.string(), z.string());
const Written = z.looseObject({
  fields: Area,
  answers: Area,
  authentication: Area,
  packages: Area,
  versions: Area,
});

/** The name of the file in a pack. */
export const SURFACE = 'surface.json';

/** Reads it from an earlier pack, a directory or a ZIP. Throws `invalid` NO_PACK. */
export async function readSurface(pack: string): Promise<Surface> {
  try {
    const isDirectory = (await stat(pack)).isDirectory();
    const text = isDirectory ? await readFile(join(pack, SURFACE), 'utf8') : fromZip(await readFile(pack));
    return Written.parse(JSON.parse(text));
  } catch {
    throw new Failure('invalid', 'NO_PACK', `${pack} is no earlier pack: a directory or ZIP that holds ${SURFACE}.`);
  }
}

function fromZip(content: Buffer): string {
  const [found] = Object.values(
    unzipSync(new Uint8Array(content), { filter: ({ name }) => name.endsWith(`/${SURFACE}`) }),
  );
  return strFromU8(found ?? new Uint8Array());
}
