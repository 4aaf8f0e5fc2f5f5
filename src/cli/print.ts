import { type Writable } from 'node:stream';
import { type CommandLine } from './command-line.ts';

/** Resolves when the text was taken: a slow reader slows us down, a gone one ends the command. */
export function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Prints a result as indented JSON, or as `toText` words it for people. */
export async function print<Result>(
  { output }: CommandLine,
  { json }: { readonly json?: boolean },
  result: Result,
  toText: (result: Result) => string,
): Promise<void> {
  const text = json === true ? JSON.stringify(result, undefined, 2) : toText(result);
  await write(output, `${text}\n`);
}

/** Rows under headings, in columns. */
export function toTable(headings: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const lines = [headings, ...rows.map((row) => row.map(toCell))];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One line per key. */
export function toLines(record: object): string {
  const entries = Object.entries(record);
  const width = Math.max(...entries.map(([key]) => key.length));
  return entries.map(([key, value]) => `${key.padEnd(width)}  ${toCell(value)}`).join('\n');
}

/** Control characters would reach the terminal; what others sent us may hold some. */
function toCell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replaceAll(/\p{Cc}/gu, ' ');
}
