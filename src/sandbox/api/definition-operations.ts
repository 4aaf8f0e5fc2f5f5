import { type Field, type Fields, type FieldType, type ProfileType } from '../platform/field.ts';
import { refusal } from '../platform/refusal.ts';
import { type SimulatedPlatform } from '../simulated-platform.ts';
import { type Operation } from './operation.ts';

/** Schema API names of the profile types that exist here. */
const schemaTypes: Readonly<Record<string, ProfileType>> = {
  person: 'people',
  job: 'jobs',
  company: 'companies',
  submittal: 'applicantworkflows',
  onboardworkflow: 'onboardworkflows',
};

/** JSON Schema of a profile type: only the fields that the API user may see. */
export const readProfileSchema: Operation = ({ platform, path }) => {
  const { fields } = seenType(platform, path['type'] ?? '');
  return { status: 200, json: objectSchema(fields) };
};

export const readFieldSchema: Operation = ({ platform, path }) => {
  const { fields } = seenType(platform, path['type'] ?? '');
  const field = fields[path['field'] ?? ''];
  if (field === undefined) throw refusal(404, 'notFound', 'The field does not exist', path['field']);
  return { status: 200, json: fieldSchema(field) };
};

const strings = { type: 'array', items: { type: 'string' } };
const result = { type: 'object', properties: { id: { type: 'integer' }, self: { type: 'string' } } };
const filter = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    value: strings,
    secondaryValue: strings,
    operator: { type: 'string', options: ['=', '==', '!=', '!==', '<', '>', '<=', '>='] },
  },
};

export const readResultsSchema: Operation = () => ({
  status: 200,
  json: { type: 'object', properties: { searchResults: { type: 'array', items: result } } },
});

export const readFiltersSchema: Operation = () => {
  const operator = { type: 'string', options: ['&', '|'] };
  const properties = { filters: { type: 'array', items: filter }, children: { type: 'array' }, operator };
  return { status: 200, json: { type: 'object', properties, required: ['filters'] } };
};

export const readLists: Operation = ({ platform }) => ({
  status: 200,
  json: { lists: platform.lists.names().filter((name) => !name.startsWith('lists.customfields.')) },
});

/** One level of a list, paged. */
export const readList: Operation = ({ platform, path, query }) => {
  const id = path['listId'] ?? '';
  const nodes = platform.lists.nodes(id);
  if (nodes === null) throw refusal(404, 'notFound', 'The list does not exist');
  const size = Number(query['size'] ?? 1000);
  const page = Number(query['page'] ?? 0);
  const href = (number: number): { href: string } => ({
    href: `${platform.url}/v2/lists/${id}?size=${size}&page=${number}`,
  });
  const more = nodes.length > (page + 1) * size;
  const children = nodes.slice(page * size, (page + 1) * size).map((node) => ({ ...node, _links: {} }));
  return {
    status: 200,
    json: { id, children, _links: { self: href(page), ...(more ? { next: href(page + 1) } : {}) } },
  };
};

function seenType(platform: SimulatedPlatform, name: string): { fields: Fields } {
  const type = schemaTypes[name];
  if (type === undefined || !platform.rights.maySee(type))
    throw refusal(404, 'accessDenied', 'The resource was not found or access was denied');
  const seen = Object.entries(platform.profiles.fields[type]).filter(([field]) => platform.rights.maySee(type, field));
  return { fields: Object.fromEntries(seen) };
}

function objectSchema(fields: Fields): object {
  const properties = Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]);
  return { type: 'object', properties: Object.fromEntries(properties) as Record<string, object> };
}

const text = { type: 'string' };
const object = (properties: Readonly<Record<string, object>>): object => ({ type: 'object', properties });
const node = object({ id: text, value: text, formattedvalue: text });

const schemas: Readonly<Record<Exclude<FieldType, 'group'>, object>> = {
  text,
  html: text,
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  datetime: text,
  node,
  nodes: { type: 'array', items: node },
  profile: object({ id: { type: 'integer' }, value: text, profile: text }),
  address: object({ id: { type: 'integer' }, companyid: { type: 'integer' }, address: text, value: text }),
  salary: object({ amount: { type: 'number' }, currency: text, timeframe: text }),
  file: text,
};

function fieldSchema({ type, label, list, children = {} }: Field): object {
  const told = { title: label, ...(list === undefined ? {} : { list }) };
  if (type !== 'group') return { ...schemas[type], ...told };
  const child = objectSchema(children) as { properties: object };
  const properties = { entry: { type: 'integer' }, ...child.properties };
  return { type: 'array', ...told, items: { type: 'object', properties } };
}
