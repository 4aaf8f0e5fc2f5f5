import { type KeyPlan, type Rule } from './compile-mapping.ts';
import { type CanonicalField } from './canonical/field.ts';
import { type CanonicalValue } from './hire.ts';
import { normalise } from './normalise/normalise.ts';
import { type Normalised, unusable, type Unusable, usable, type Want } from './normalise/normalised.ts';
import { isEmpty } from './normalise/plain-text.ts';
import { follow } from './read-path.ts';
import { lookUp } from './value-table.ts';

/** What the rules of one key found. In a list group one value for each record, else at most one value. */
export interface KeyResult {
  readonly values: readonly (CanonicalValue | null)[];
  readonly unusable: { readonly rule: Rule; readonly wanted: string } | undefined;
  /** The rule that gave the values. */
  readonly rule: Rule | undefined;
}

type Entries = readonly (readonly unknown[])[];
const NOTHING: KeyResult = { values: [], unusable: undefined, rule: undefined };
const SEPARATOR = /[;,/|\n]/;

/** Tries the rules of a key in order; the first that finds anything decides. A list key takes what all of them find. */
export function mapKey(plan: KeyPlan, entries: Entries, today: string): KeyResult {
  const want = { field: plan.field, today };
  if (plan.field.list) return mapList(plan, entries, want);
  for (const rule of plan.rules) {
    const found = mapRule(rule, entries[rule.source] ?? [], want);
    if (found.unusable || found.values.some((value) => value !== null)) return found;
  }
  return NOTHING;
}

function mapRule(rule: Rule, entries: readonly unknown[], want: Want): KeyResult {
  const results = entries.map((entry) => toOne(follow(entry, rule.path.steps), rule, want));
  const bad = results.find((result) => !result.ok);
  const values = results.map((result) => (result.ok ? result.value : null));
  return { values, rule, unusable: bad && { rule, wanted: bad.wanted } };
}

/** A multiple list node with one node is that node. */
function toOne(raw: unknown, rule: Rule, want: Want): Normalised {
  if (isEmpty(raw)) return usable(null);
  if (!Array.isArray(raw)) return toCanonical(raw, rule, want);
  return raw.length === 1 ? toCanonical(raw[0], rule, want) : unusable('one value only');
}

function toCanonical(raw: unknown, rule: Rule, want: Want): Normalised {
  if (isEmpty(raw)) return usable(null);
  if (!rule.values) return normalise(raw, want);
  const found = lookUp(raw, rule.values);
  return found.ok ? normalise(found.value, want) : found;
}

function mapList(plan: KeyPlan, entries: Entries, want: Want): KeyResult {
  const results = plan.rules.map((rule) => {
    const raws = (entries[rule.source] ?? []).map((entry) => follow(entry, rule.path.steps));
    return { rule, items: raws.flat().flatMap((raw) => toItems(raw, rule, want)) };
  });
  const found = results.filter(({ items }) => items.length > 0);
  const bad = found.find(({ items }) => items.some((item) => !item.ok));
  const values = [...new Set(found.flatMap(({ items }) => items.flatMap(valueOf)))];
  const wanted = bad?.items.find((item): item is Unusable => !item.ok)?.wanted;
  return {
    values: values.length > 0 ? [values] : [],
    rule: found[0]?.rule,
    unusable: bad && { rule: bad.rule, wanted: wanted ?? plan.field.label },
  };
}

/** One text may hold several values, as in `India; Canada`; a value with a comma of its own is tried whole first. */
function toItems(raw: unknown, rule: Rule, want: Want): readonly Normalised[] {
  const whole = toCanonical(raw, rule, want);
  if (whole.ok) return whole.value === null ? [] : [whole];
  if (typeof raw !== 'string' || !isSplittable(want.field)) return [whole];
  const parts = raw.split(SEPARATOR).filter((part) => part.trim() !== '');
  return parts.length < 2 ? [whole] : parts.map((part) => toCanonical(part, rule, want));
}

function isSplittable(field: CanonicalField): boolean {
  return field.kind !== 'name' && field.kind !== 'text';
}

function valueOf(result: Normalised): readonly CanonicalValue[] {
  return result.ok && result.value !== null ? [result.value] : [];
}
