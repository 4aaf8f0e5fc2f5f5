import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../runtime/failure.ts';
import { Revalidation } from './revalidation.ts';

/** The name of the file in the pack. */
export const REVALIDATION = 'revalidation.json';

/** Reads it from a pack; null when there is none. Throws `invalid` REVALIDATION_FILE that names the first fault. */
export async function readRevalidation(pack: string): Promise<Revalidation | null> {
  const file = join(pack, REVALIDATION);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = Revalidation.safeParse(toJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Failure(
    'invalid',
    'REVALIDATION_FILE',
    `${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not as it should be'}`,
  );
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
