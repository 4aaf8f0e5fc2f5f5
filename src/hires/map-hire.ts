import { type PlatformDocument } from '../platforms/platform.ts';
import { withoutBrackets } from './canonical-fields.ts';
import { compileMapping, type CompiledMapping, type KeyPlan, type Rule } from './compile-mapping.ts';
import { completenessOf, hasValue } from './completeness.ts';
import { type CanonicalField } from './canonical/field.ts';
import { type FieldProblem, type TraceStep } from './field-problem.ts';
import { fieldsOfResults } from './fields-of-results.ts';
import { type CanonicalFields, type Completeness } from './hire.ts';
import { type KeyResult, mapKey } from './map-key.ts';
import { isLongerThan } from './normalise/to-text.ts';
import { missingProblem, unmappedProblem, unusableProblem } from './to-field-problem.ts';
import { chosenEntries, follow, type HireRecords } from './read-path.ts';

/** A screened hire before it is accepted. */
export interface MapHireRequest {
  /** Its `mapping` is the same object for the same version of a platform, so that it is made ready only once. */
  readonly platform: Pick<PlatformDocument, 'mapping' | 'required'>;
  readonly visaCategory: string;
  readonly records: HireRecords;
  /** `yyyy-MM-dd`. */
  readonly today: string;
}

export interface MappedHire {
  readonly fields: CanonicalFields;
  /** Required keys that are missing or unusable, one problem a key. Empty means that the hire may be accepted. */
  readonly problems: readonly FieldProblem[];
  /** Unusable values of keys that are not required: left out of the fields, shown to an operator. */
  readonly ignored: readonly FieldProblem[];
  readonly completeness: Completeness;
  readonly trace: () => readonly TraceStep[];
}

const MAX_TRACED = 500;

type Results = readonly (readonly [KeyPlan, KeyResult])[];

/** iCIMS records as canonical fields, and everything that stands in the way. Pure, never throws on any JSON. */
export function mapHire(request: MapHireRequest): MappedHire {
  const { records, visaCategory } = request;
  const { entries, results } = mapAll(compileMapping(request.platform), request);
  const mapped = fieldsOfResults(results);
  const fields = { ...mapped, case: { ...(mapped['case'] as CanonicalFields | undefined), category: visaCategory } };
  const required = requiredKeys(request.platform.required, visaCategory);
  const unusable = results.flatMap(([plan, result]) => unusableProblem(plan, result, records));
  return {
    fields,
    problems: onePerKey(required.flatMap((key) => problemOf(key, { fields, results, unusable, records }))),
    ignored: unusable.filter((problem) => !required.some((key) => isWithin(problem.key, key))),
    completeness: completenessOf(fields, visaCategory),
    trace: () => results.map(([plan, result]) => toTraceStep(plan, result, entries)),
  };
}

/** Every key that something is mapped to with what its rules found, and what the sources hold. */
export function mapAll(
  { sources, plans }: CompiledMapping,
  { records, today }: Pick<MapHireRequest, 'records' | 'today'>,
): { results: Results; entries: readonly (readonly unknown[])[] } {
  const entries = sources.map(({ path, choice }) => chosenEntries(records, path, choice));
  return { entries, results: plans.map((plan) => [plan, mapKey(plan, entries, today)] as const) };
}

function requiredKeys(required: PlatformDocument['required'], visaCategory: string): readonly string[] {
  const own = Object.hasOwn(required, visaCategory) ? (required[visaCategory] ?? []) : [];
  return [...new Set([...(required['*'] ?? []), ...own].map(withoutBrackets))];
}

interface Found {
  readonly fields: CanonicalFields;
  readonly results: Results;
  readonly unusable: readonly FieldProblem[];
  readonly records: HireRecords;
}

/** A required group (`education`) is judged by the keys within it. */
function problemOf(key: string, { fields, results, unusable, records }: Found): readonly FieldProblem[] {
  const bad = unusable.filter((problem) => isWithin(problem.key, key));
  if (bad.length > 0) return bad;
  if (hasValue(fields, key)) return [];
  const plan = results.find(([candidate]) => isWithin(candidate.field.key, key))?.[0];
  return [plan ? missingProblem(key, plan, records) : unmappedProblem(key)];
}

function onePerKey(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return [...new Map(problems.map((problem) => [problem.key, problem])).values()];
}

function isWithin(key: string, outer: string): boolean {
  return key === outer || (key.length > outer.length && key[outer.length] === '.' && key.startsWith(outer));
}

/** What was read for a key, and what became of it. */
export function toTraceStep(
  { field, rules }: KeyPlan,
  result: KeyResult,
  entries: readonly (readonly unknown[])[],
): TraceStep {
  const rule = result.unusable?.rule ?? result.rule ?? rules[0];
  const read = rule === undefined ? [] : valuesAt(rule, entries);
  const byTable = rule?.values !== undefined;
  return { key: field.key, from: rule?.from ?? null, read, byTable, outcome: outcomeOf(field, result) };
}

/** As iCIMS gave them. */
function valuesAt({ source, path }: Rule, entries: readonly (readonly unknown[])[]): readonly unknown[] {
  const values = (entries[source] ?? []).map((entry) => follow(entry, path.steps));
  return values.filter((value) => value !== undefined && value !== null).map(shortened);
}

/** Long texts by their beginning: the whole one is in the record. */
function shortened(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= MAX_TRACED) return value;
  return `${value.slice(0, MAX_TRACED)}… (${value.length} characters)`;
}

function outcomeOf({ formCell }: CanonicalField, { rule, unusable, values }: KeyResult): TraceStep['outcome'] {
  if (unusable) return 'unusable';
  if (!rule) return 'missing';
  if (formCell === undefined) return 'mapped';
  const isLong = values.flat().some((value) => typeof value === 'string' && isLongerThan(value, formCell));
  return isLong ? 'longer-than-form' : 'mapped';
}
