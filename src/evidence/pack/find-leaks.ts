import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const TEXT = /\.(md|csv|json|html)$/;
const SECRET_KEYS = new Set(['clientSecret', 'key', 'password', 'secret']);

/** The files that hold one of the secrets. */
export async function findLeaks(
  directory: string,
  paths: readonly string[],
  secrets: readonly string[],
): Promise<readonly string[]> {
  const texts = await Promise.all(
    paths
      .filter((path) => TEXT.test(path))
      .map(async (path) => [path, await readFile(join(directory, path), 'utf8')] as const),
  );
  return texts.filter(([, text]) => secrets.some((secret) => text.includes(secret))).map(([path]) => path);
}

/** Every secret of a platform document, wherever it stands. */
export function secretsOf(document: unknown): readonly string[] {
  if (typeof document !== 'object' || document === null) return [];
  return Object.entries(document).flatMap(([name, value]: [string, unknown]) =>
    SECRET_KEYS.has(name) && typeof value === 'string' ? [value] : secretsOf(value),
  );
}
