import { bareNodeId } from '../platforms/platform.ts';
import { oneOf } from './normalise/to-choice.ts';
import { type Unusable, unusable } from './normalise/normalised.ts';
import { ownValue, plainText } from './normalise/plain-text.ts';

/** A platform's table from list nodes to canonical values, ready to be asked. */
export interface ValueTable {
  readonly byNodeId: ReadonlyMap<string, string>;
  readonly byLabel: ReadonlyMap<string, string>;
  readonly targets: readonly string[];
}

const NODE_ID = /^[A-Za-z]?[0-9]{1,20}$/;

export function toValueTable(values: Readonly<Record<string, string>>): ValueTable {
  const entries = Object.entries(values);
  return {
    byNodeId: new Map(entries.filter(([from]) => NODE_ID.test(from)).map(([from, to]) => [bareNodeId(from), to])),
    byLabel: new Map(entries.map(([from, to]) => [labelKey(from), to])),
    targets: [...new Set(entries.map(([, to]) => to))],
  };
}

/** The target of a list node by its id, with or without the leading letter, then by its label; of a text by the text. */
export function lookUp(raw: unknown, table: ValueTable): { readonly ok: true; readonly value: string } | Unusable {
  const id = plainText(ownValue(raw, 'id'));
  const label = typeof raw === 'boolean' ? String(raw) : plainText(raw);
  const value =
    (id === undefined ? undefined : table.byNodeId.get(bareNodeId(id))) ??
    (label === undefined ? undefined : table.byLabel.get(labelKey(label)));
  return value === undefined ? unusable(oneOf(table.targets)) : { ok: true, value };
}

/** Labels match trimmed and whatever their case, in any language. */
export function labelKey(label: string): string {
  return label.normalize('NFC').trim().toLowerCase();
}
