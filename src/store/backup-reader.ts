import { type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { END_OF_ROWS, noBackup } from './backup-format.ts';

/** A backup, line by line. Each method throws `invalid` NO_BACKUP when the file ends too early or is damaged. */
export interface BackupReader {
  /** The next line, without its end. */
  line(): Promise<string>;
  /** The next row of a table with its line end, as bytes; END_OF_ROWS after the last. */
  row(): Promise<Buffer | typeof END_OF_ROWS>;
  isAtEnd(): Promise<boolean>;
}

const LINE_END = 10;
const NOTHING = Buffer.alloc(0);
const LAST_ROW = Buffer.from(`${END_OF_ROWS}\n`);

export function createBackupReader(input: Readable): BackupReader {
  const lines = linesOf(input);
  const next = async (): Promise<Buffer> => {
    const { value, done } = await lines.next();
    if (done === true) throw noBackup();
    return value;
  };
  return {
    line: async () => (await next()).toString('utf8').trimEnd(),
    row: async () => {
      const row = await next();
      return row.equals(LAST_ROW) ? END_OF_ROWS : row;
    },
    isAtEnd: async () => (await lines.next()).done === true,
  };
}

/** Each with its line end; what follows the last line end is no line. */
async function* linesOf(input: Readable): AsyncGenerator<Buffer, undefined> {
  let begun: Buffer = NOTHING;
  for await (const chunk of unpack(input)) {
    const lines = splitAfterLineEnds(Buffer.concat([begun, chunk]));
    begun = lines.pop() ?? NOTHING;
    yield* lines;
  }
  if (begun.length > 0) throw noBackup();
}

async function* unpack(input: Readable): AsyncGenerator<Buffer, undefined> {
  const text = input.pipe(createGunzip());
  input.on('error', (error) => text.destroy(error));
  try {
    yield* text as AsyncIterable<Buffer>;
  } catch {
    throw noBackup();
  }
}

/** The last part is what has no line end yet. */
function splitAfterLineEnds(text: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = text.indexOf(LINE_END); at >= 0; at = text.indexOf(LINE_END, from)) {
    parts.push(text.subarray(from, at + 1));
    from = at + 1;
  }
  return [...parts, text.subarray(from)];
}
