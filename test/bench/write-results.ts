import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMet, type PartResult } from './figures.ts';

type Row = Readonly<Record<string, number | string>>;

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
const BEGIN = '<!-- results begin: written by npm run bench -->';
const END = '<!-- results end -->';

/** Keeps a full run: as data in docs/performance.json, and as tables between the two marks of docs/performance.md. */
export function writeResults(machine: Row, results: ReadonlyMap<string, PartResult>): void {
  const data = JSON.stringify({ machine, ...Object.fromEntries(results) }, null, 2);
  writeFileSync(join(DOCS, 'performance.json'), `${data}\n`);
  const page = join(DOCS, 'performance.md');
  const [before = '', rest = ''] = readFileSync(page, 'utf8').split(BEGIN);
  const after = rest.split(END)[1] ?? '';
  writeFileSync(page, `${before}${BEGIN}\n\n${toMarkdown(machine, results)}\n${END}${after}`);
}

function toMarkdown(machine: Row, results: ReadonlyMap<string, PartResult>): string {
  const goals = [...results.values()].flatMap(({ targets }) => targets);
  const goalRows = goals.map((target) => ({
    goal: target.name,
    wanted: `${target.is} ${target.goal} ${target.unit}`,
    measured: `${target.value} ${target.unit}`,
    '': isMet(target) ? 'met' : 'missed',
  }));
  const parts = [...results].map(([name, { facts, rows = [] }]) =>
    [`### ${name}`, ...(rows.length > 0 ? [toTable(rows)] : []), toTable(toRows(facts))].join('\n\n'),
  );
  return `${[toTable(toRows(machine)), toTable(goalRows), ...parts].join('\n\n')}\n`;
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
