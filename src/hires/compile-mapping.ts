import { type Mapping, type PlatformDocument } from '../platforms/platform.ts';
import { canonicalField, type ListGroup, listGroupOf, withoutBrackets } from './canonical-fields.ts';
import { type CanonicalField } from './canonical/field.ts';
import { type EntryChoice } from './choose-entries.ts';
import { effectiveMapping } from './effective-mapping.ts';
import { type FieldPath, parsePath } from './read-path.ts';
import { toValueTable, type ValueTable } from './value-table.ts';

/** A root field, with the entries to take when it is a collection. Read once a hire, however many rules share it. */
interface Source {
  readonly path: FieldPath;
  readonly choice: EntryChoice;
}

export interface Rule {
  readonly from: string;
  readonly path: FieldPath;
  /** Index into the compiled mapping's sources. */
  readonly source: number;
  readonly values: ValueTable | undefined;
}

/** A canonical key and the rules that may fill it, in the order in which they are tried. */
export interface KeyPlan {
  readonly field: CanonicalField;
  readonly parts: readonly string[];
  readonly group: ListGroup | undefined;
  readonly rules: readonly Rule[];
}

export interface CompiledMapping {
  readonly sources: readonly Source[];
  readonly plans: readonly KeyPlan[];
}

const compiled = new WeakMap<object, CompiledMapping>();

/**
 * A platform's effective mapping, made ready once for each mapping (by identity: a change is a new object). Rows that
 * name no canonical key or no path are left out: `checkPlatformMapping` reports them when the document is saved.
 */
export function compileMapping(platform: Pick<PlatformDocument, 'mapping'>): CompiledMapping {
  const known = compiled.get(platform.mapping) ?? compile(effectiveMapping(platform.mapping));
  compiled.set(platform.mapping, known);
  return known;
}

function compile(rows: readonly Mapping[]): CompiledMapping {
  const sources = new Map<string, Source & { readonly index: number }>();
  const plans = new Map<string, { field: CanonicalField; rules: Rule[] }>();
  for (const row of rows) {
    const field = canonicalField(row.to);
    const path = parsePath(row.from);
    if (!field || !path) continue;
    const plan = plans.get(field.key) ?? { field, rules: [] };
    plan.rules.push(toRule(row, path, sourceIndex(sources, path, entryChoice(field, path))));
    plans.set(field.key, plan);
  }
  return { sources: [...sources.values()], plans: [...plans.values()].map(toPlan) };
}

function toRule(row: Mapping, path: FieldPath, source: number): Rule {
  return { from: row.from, path, source, values: row.values && toValueTable(row.values) };
}

function toPlan({ field, rules }: { field: CanonicalField; rules: readonly Rule[] }): KeyPlan {
  return { field, rules, group: listGroupOf(field), parts: withoutBrackets(field.key).split('.') };
}

function sourceIndex(
  sources: Map<string, Source & { readonly index: number }>,
  path: FieldPath,
  choice: EntryChoice,
): number {
  const inside = path.steps.length > 0;
  const name = `${path.record}.${path.root} ${inside ? choice : 'whole'}`;
  const source = sources.get(name) ?? { path, choice, index: sources.size };
  sources.set(name, source);
  return source.index;
}

function entryChoice(field: CanonicalField, path: FieldPath): EntryChoice {
  if (path.root === 'addresses') return addressChoice(field.key, path);
  return field.list || listGroupOf(field)?.entries === 'every' ? 'every' : 'primary';
}

function addressChoice(key: string, path: FieldPath): EntryChoice {
  if (path.record === 'location') return 'job-location';
  if (key.startsWith('person.us_address.')) return 'in-us';
  return key.startsWith('person.foreign_address.') ? 'abroad' : 'primary';
}
