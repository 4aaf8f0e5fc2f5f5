import { open, readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type PlatformDocument } from '../platforms/platform.ts';
import { Failure } from '../runtime/failure.ts';
import { type CommandLine } from './command-line.ts';
import { write } from './print.ts';

/** Reads a platform document from a file, or from standard input for `-`. Its shape is checked by whoever takes it. */
export async function readDocument(name: string, { input }: CommandLine): Promise<PlatformDocument> {
  const source = name === '-' ? await text(input) : await readFile(name, 'utf8').catch(unusable(name));
  try {
    const document: unknown = JSON.parse(source);
    if (typeof document === 'object' && document !== null) return document as PlatformDocument;
  } catch {
    // Said below: the parser's own message would quote the document.
  }
  throw new Failure('invalid', 'NO_DOCUMENT', `${name === '-' ? 'Standard input' : name} holds no JSON object.`);
}

/**
 * Lets `work` write to standard output, or to a new file that its owner alone can read. An existing file is not
 * touched, and one that was begun stays as far as it got.
 */
export async function writeTo(
  file: string | undefined,
  { output }: CommandLine,
  work: (put: (piece: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  if (file === undefined) return work((piece) => write(output, piece));
  await using opened = await open(file, 'wx', 0o600).catch(unusable(file));
  await work((piece) => opened.writeFile(piece));
  await opened.sync();
}

export function unusable(file: string): (error: unknown) => never {
  return (error) => {
    const { code = 'an error' } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'exists already: name another file' : `cannot be used (${code})`;
    throw new Failure('invalid', 'FILE', `${file} ${why}.`);
  };
}
