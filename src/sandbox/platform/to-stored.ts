import { isRecord } from '../../runtime/is-record.ts';
import { isDate, parseDate, type Field, type FieldType } from './field.ts';
import { type ListNode, type Lists } from './lists.ts';
import { refusal } from './refusal.ts';

/** What a new value may refer to. */
export interface References {
  readonly lists: Lists;
  /** The link value of a profile, or null when there is no such profile. */
  readonly linkTo: (field: Field, id: number) => unknown;
}

type ToStored = (value: unknown, field: Field, name: string, references: References) => unknown;

const listsThatGrow = new Set(['lists.schools', 'lists.degrees', 'lists.majors']);

const byType: Readonly<Record<FieldType, ToStored>> = {
  text: (value, field, name) => toText(value, field, name),
  html: (value, field, name) => toText(value, field, name),
  number: (value, field, name) => (typeof value === 'number' ? value : unusable(field, name, 'a number')),
  boolean: (value, field, name) => (typeof value === 'boolean' ? value : unusable(field, name, 'true or false')),
  date: (value, field, name) =>
    typeof value === 'string' && isDate(value) ? value : unusable(field, name, 'a date as yyyy-MM-dd'),
  datetime: (value, field, name) =>
    typeof value === 'string' && parseDate(value) !== null ? value : unusable(field, name, 'yyyy-MM-dd hh:mm a in UTC'),
  node: (value, field, name, { lists }) => toNode(value, field, name, lists),
  nodes: (value, field, name, { lists }) =>
    Array.isArray(value)
      ? value.map((each: unknown) => toNode(each, field, name, lists))
      : unusable(field, name, 'a list of nodes'),
  profile: (value, field, name, { linkTo }) =>
    linkTo(field, Number(value)) ?? unusable(field, name, 'a known profile id'),
  address: (value) => value,
  salary: (value, field, name) => (isRecord(value) ? value : unusable(field, name, 'an amount with its currency')),
  group: (_value, field, name) => unusable(field, name, 'entries, one by one'),
  file: (_value, field, name) => unusable(field, name, 'a file part at /binary'),
};

/**
 * The value that a field keeps when it is set by POST or PATCH (iCIMS "Field Types", the SET rows): list nodes are set by
 * id or value, links by the bare id number. Throws a refusal (400) when the value does not fit the field.
 */
export function toStored(value: unknown, field: Field, name: string, references: References): unknown {
  return byType[field.type](value, field, name, references);
}

function toText(value: unknown, field: Field, name: string): string {
  if (typeof value !== 'string') return unusable(field, name, 'text');
  if (value.length > (field.maxLength ?? 4000))
    return unusable(field, name, `at most ${field.maxLength ?? 4000} characters`);
  return value;
}

function toNode(value: unknown, field: Field, name: string, lists: Lists): ListNode {
  const list = field.list ?? '';
  const found = isRecord(value) ? findNode(value, list, lists) : null;
  return found ?? unusable(field, name, 'a node of its list, by id or value');
}

function findNode(wanted: Readonly<Record<string, unknown>>, list: string, lists: Lists): ListNode | null {
  if (typeof wanted['id'] === 'string') return lists.byId(list, wanted['id']);
  if (typeof wanted['value'] !== 'string') return null;
  return lists.byValue(list, wanted['value']) ?? (listsThatGrow.has(list) ? lists.add(list, wanted['value']) : null);
}

function unusable(field: Field, name: string, wanted: string): never {
  throw refusal(400, 'unusable', `${field.label} wants ${wanted}`, name);
}
