import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMet, type PartResult } from './figures.ts';
import { partNames } from './options.ts';

type Row = Readonly<Record<string, number | string>>;

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
const BEGIN = '<!-- results begin: written by npm run bench -->';
const END = '<!-- results end -->';

type Kept = Readonly<Record<string, PartResult & { readonly machine: Row }>>;

/** Order of the parts on the page; those of earlier runs stay until they are measured again. */
const ORDER = [...partNames, 'memory'];

/** Keeps what was measured: as data in docs/performance.json, and as tables between the two marks of docs/performance.md. */
export function writeResults(machine: Row, results: ReadonlyMap<string, PartResult>): void {
  const file = join(DOCS, 'performance.json');
  const fresh = Object.fromEntries([...results].map(([name, result]) => [name, { machine, ...result }]));
  const kept: Kept = { ...(JSON.parse(readFileSync(file, 'utf8')) as Kept), ...fresh };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  const page = join(DOCS, 'performance.md');
  const [before = '', rest = ''] = readFileSync(page, 'utf8').split(BEGIN);
  const after = rest.split(END)[1] ?? '';
  writeFileSync(page, `${before}${BEGIN}\n\n${toMarkdown(kept)}\n${END}${after}`);
}

function toMarkdown(kept: Kept): string {
  const parts = ORDER.flatMap((name) => (kept[name] === undefined ? [] : [{ name, ...kept[name] }]));
  const goalRows = parts.flatMap(({ targets, machine }) =>
    targets.map((target) => ({
      goal: target.name,
      wanted: `${target.is} ${target.goal} ${target.unit}`,
      measured: `${target.value} ${target.unit}`,
      '': isMet(target) ? 'met' : 'missed',
      commit: machine['commit'] ?? '',
    })),
  );
  const sections = parts.map(({ name, facts, rows = [], machine }) =>
    [
      `### ${name}`,
      ...(rows.length > 0 ? [toTable(rows)] : []),
      toTable(toRows(facts)),
      `${Object.entries(machine)
        .map(([what, value]) => `${what} ${value}`)
        .join(', ')}.`,
    ].join('\n\n'),
  );
  return `${[toTable(goalRows), ...sections].join('\n\n')}\n`;
}

function toRows(facts: Row): Row[] {
  return Object.entries(facts).map(([what, value]) => ({ what, value }));
}

/** Padded as Prettier pads, so that a new run changes figures only. */
function toTable(rows: readonly Row[]): string {
  const heads = Object.keys(rows[0] ?? {});
  const cells = [heads, ...rows.map((row) => heads.map((head) => String(row[head] ?? '')))];
  const widths = heads.map((_, column) => Math.max(3, ...cells.map((line) => line[column]?.length ?? 0)));
  const toLine = (line: readonly string[]): string =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [head, widths.map((width) => '-'.repeat(width)), ...body].map(toLine).join('\n');
}
