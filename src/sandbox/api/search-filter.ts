import { parseDate } from '../platform/field.ts';
import { type StoredProfile } from '../platform/profiles.ts';
import { refusal } from '../platform/refusal.ts';
import { searchAttribute, type Attribute, type AttributeKind } from './search-attributes.ts';

/** One filter as it arrives. */
export interface SearchFilter {
  readonly name?: unknown;
  readonly value?: unknown;
  readonly secondaryValue?: unknown;
  readonly operator?: unknown;
}

type Test = (profile: StoredProfile) => boolean;
type Compare = (held: string | number, wanted: string) => boolean;

const number =
  (compare: (held: number, wanted: number) => boolean): Compare =>
  (held, wanted) =>
    compare(Number(held), Number(wanted));
const same: Compare = (held, wanted) => String(held) === wanted;
const contains: Compare = (held, wanted) => String(held).toLowerCase().includes(wanted.toLowerCase());

const comparisons: Readonly<Record<Exclude<AttributeKind, 'date'>, Readonly<Record<string, Compare>>>> = {
  id: {
    '=': number((held, wanted) => held === wanted),
    '==': number((held, wanted) => held === wanted),
    '<': number((held, wanted) => held < wanted),
    '>': number((held, wanted) => held > wanted),
    '<=': number((held, wanted) => held <= wanted),
    '>=': number((held, wanted) => held >= wanted),
  },
  text: { '=': contains, '==': same },
  node: { '=': same, '==': same },
};

/**
 * Turns a filter into a test (iCIMS "Search API"): several values mean "one of them", a date that is badly formatted
 * matches everything. Throws 400 in the words of the documentation.
 */
export function toTest(filter: SearchFilter, type: string): Test {
  const values = texts(filter.value);
  const attribute = typeof filter.name === 'string' ? searchAttribute(type, filter.name) : null;
  if (attribute === null) throw refusal(400, 'unusable', 'Filter attribute unrecognized');
  if (values.length === 0) throw refusal(400, 'unusable', 'Filter is invalid or hidden');
  const operator = typeof filter.operator === 'string' ? filter.operator : '=';
  return attribute.kind === 'date'
    ? dateTest(attribute, operator, values, texts(filter.secondaryValue))
    : valueTest(attribute, attribute.kind, operator, values);
}

function valueTest(
  attribute: Attribute,
  kind: Exclude<AttributeKind, 'date'>,
  operator: string,
  values: readonly string[],
): Test {
  const isNegated = operator.startsWith('!');
  const compare = comparisons[kind][isNegated ? operator.slice(1) : operator];
  if (compare === undefined) throw refusal(400, 'unusable', 'Filter operator is invalid in this context');
  return (profile) => {
    const held = attribute.read(profile);
    return isNegated !== (held !== null && values.some((wanted) => compare(held, wanted)));
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const dateComparisons: Readonly<Record<string, (held: number, span: Span) => boolean>> = {
  '=': (held, { from, to }) => held >= from && held < to,
  '!=': (held, { from, to }) => held < from || held >= to,
  '<': (held, { from }) => held < from,
  '>': (held, { to }) => held >= to,
  '<=': (held, { to }) => held < to,
  '>=': (held, { from }) => held >= from,
};

function dateTest(
  attribute: Attribute,
  operator: string,
  values: readonly string[],
  untilValues: readonly string[],
): Test {
  const compare = dateComparisons[operator];
  if (compare === undefined) throw refusal(400, 'unusable', 'Filter operator is invalid in this context');
  const from = parseDate(values[0] ?? '');
  const until = parseDate(untilValues[0] ?? values[0] ?? '');
  if (from === null || until === null) return () => true;
  const span = { from: from.startMs, to: until.startMs + until.lastsMs };
  return (profile) => {
    const held = attribute.read(profile);
    return held !== null && compare(Number(held), span);
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
