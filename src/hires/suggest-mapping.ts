import { type SchemaField } from '../icims/icims.ts';
import { canonicalFields, listGroupOf } from './canonical-fields.ts';
import { type CanonicalField } from './canonical/field.ts';
import { otherNames } from './other-names.ts';
import { type RecordName } from './read-path.ts';

export interface Suggestion {
  readonly to: string;
  readonly from: string;
  /** The customer's label, else the field id. */
  readonly label: string;
  /** 1 is the same name. */
  readonly score: number;
  readonly list: string | null;
}

interface Candidate {
  readonly from: string;
  readonly record: RecordName;
  readonly group: string | null;
  readonly field: SchemaField;
  readonly names: readonly Words[];
}
type Words = ReadonlySet<string>;

const LEAST_SCORE = 0.6;
const MOST_FOR_A_KEY = 3;
/** A field of the other record may be meant, but one of this record is meant more likely. */
const OTHER_RECORD = 0.75;
const FILLERS = new Set(['of', 'the', 'in', 'to', 'for', 'on', 'a', 'an', 'is', 'and', 'or', 'current', 'your']);

/** Fields of the platform whose name is like that of a canonical key: best first, at most three for a key. */
export function suggestMapping(schema: Readonly<Partial<Record<RecordName, readonly SchemaField[]>>>): Suggestion[] {
  const records = Object.entries(schema) as [RecordName, readonly SchemaField[]][];
  const candidates = records.flatMap(([record, fields]) => toCandidates(record, fields));
  return canonicalFields.flatMap((field) => suggestFor(field, candidates));
}

function suggestFor(field: CanonicalField, candidates: readonly Candidate[]): Suggestion[] {
  const names = [field.label, field.key.slice(field.key.lastIndexOf('.') + 1), ...(otherNames[field.key] ?? [])];
  const wanted = names.map(toWords);
  return candidates
    .filter((candidate) => fits(field, candidate))
    .map((candidate) => ({ candidate, score: scoreOf(field, wanted, candidate) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((one, other) => other.score - one.score || (one.candidate.from < other.candidate.from ? -1 : 1))
    .slice(0, MOST_FOR_A_KEY)
    .map(({ candidate: { from, field: source }, score }) => ({
      ...{ to: field.key, from, label: source.label ?? source.id, list: source.list },
      score: Math.round(score * 100) / 100,
    }));
}

/** A list of records comes from a collection, everything else from a field of its own. */
function fits(field: CanonicalField, { group }: Candidate): boolean {
  return (listGroupOf(field)?.entries === 'every') === (group !== null);
}

function scoreOf(field: CanonicalField, wanted: readonly Words[], { names, record }: Candidate): number {
  const best = Math.max(...wanted.flatMap((one) => names.map((other) => likeness(one, other))));
  return best * (recordOf(field) === record ? 1 : OTHER_RECORD);
}

function recordOf({ key }: CanonicalField): RecordName {
  return /^(job|lca|registration|employer|perm)\./.test(key) ? 'job' : 'person';
}

/** Shared words among all words. */
function likeness(one: Words, other: Words): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}

function toCandidates(record: RecordName, fields: readonly SchemaField[]): Candidate[] {
  return fields.flatMap((field) => {
    const from = `${record}.${field.id}`;
    if (field.shape !== 'group') return [toCandidate(from, record, { group: null, field })];
    return field.fields.map((child) => toCandidate(`${from}.${child.id}`, record, { group: field.id, field: child }));
  });
}

function toCandidate(
  from: string,
  record: RecordName,
  { group, field }: Pick<Candidate, 'group' | 'field'>,
): Candidate {
  const names = [field.label ?? '', field.id].filter((name) => !/^(field|customfield)?[0-9]*$/.test(name));
  return { from, record, group, field, names: names.map(toWords) };
}

/** Words in lower case without accents, plurals and fillers: "Country(ies) of Citizenship" has country and citizenship. */
function toWords(name: string): Words {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, ' ');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !FILLERS.has(word));
  return new Set(words.map((word) => (word.length > 3 ? word.replace(/ies$/, 'y').replace(/(?<![su])s$/, '') : word)));
}
