import { type Schemas } from '../../api.ts';
import { type PlatformDocument } from './step-props.ts';

export type Mapping = PlatformDocument['mapping'][number];
export type Canonical = Schemas['CanonicalFields']['items'][number];
export type Suggestion = Schemas['MappingSuggestions']['items'][number];
export type Preview = Schemas['MappingPreview']['items'][number];
export type Group = Canonical['group'];

export const groups: readonly { readonly value: Group; readonly label: string }[] = [
  { value: 'person', label: 'the person' },
  { value: 'status', label: 'immigration status and passport' },
  { value: 'job', label: 'the job' },
  { value: 'employer', label: 'the employer' },
  { value: 'history', label: 'education, work and family' },
  { value: 'case', label: 'the case' },
];

/** What a category wants of a key, in words. */
export function needOf({ toOpen, toFile }: Canonical, category: string): string {
  if (toOpen.includes(category)) return `needed to open ${category}`;
  return toFile.includes(category) ? `needed to file ${category}` : '';
}

/** The row of a key with another source, or without one of its own; further rows of the key stay. */
export function withSource(rows: readonly Mapping[], to: string, from: string): Mapping[] {
  const at = rows.findIndex((row) => row.to === to);
  const before = rows[at];
  if (from === '') return rows.filter((_, index) => index !== at);
  if (before === undefined) return [...rows, { to, from }];
  return rows.map((row, index) => (index === at ? (row.from === from ? row : { to, from }) : row));
}

/** The row of a key with a value table in which the node stands for `value`; empty for none. */
export function withValue(rows: readonly Mapping[], to: string, node: string, value: string): Mapping[] {
  const at = rows.findIndex((row) => row.to === to);
  return rows.map((row, index) => (index === at ? changed(row, node, value) : row));
}

function changed(row: Mapping, node: string, value: string): Mapping {
  const others = Object.entries(row.values ?? {}).filter(([from]) => from !== node);
  const values = Object.fromEntries(value === '' ? others : [...others, [node, value]]);
  const { to, from } = row;
  return Object.keys(values).length === 0 ? { to, from } : { to, from, values };
}
