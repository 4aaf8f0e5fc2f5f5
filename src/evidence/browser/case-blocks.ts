import { type Case } from '../contract-types.ts';
import { type Block } from './record-page.ts';

/** A case as blocks of names and values: state and history first, then its data group by group. */
export function caseBlocks(theCase: Case): readonly Block[] {
  const { number, state, visaCategory, openedAt, updatedAt, history, fields } = theCase;
  const head = { number, state, visaCategory, openedAt, updatedAt };
  const happened = history.map((each, index): [string, string] => [`${index + 1}. ${toText(each.what)}`, each.at]);
  const groups = Object.entries(fields ?? {}).map(([group, value]) => ({ title: group, rows: toRows(value) }));
  return [{ title: 'Case', rows: toRows(head) }, { title: 'History', rows: happened }, ...groups];
}

function toRows(value: unknown, prefix = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[prefix, toText(value)]];
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
    return [[prefix, value.map(toText).join(', ')]];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const step = /^\d+$/.test(name) ? String(Number(name) + 1) : name.replaceAll('_', ' ');
    return toRows(inner, prefix === '' ? step : `${prefix} ${step}`);
  });
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
