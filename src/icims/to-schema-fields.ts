import { isRecord } from '../runtime/is-record.ts';
import { type FieldShape, type Profile, type SchemaField } from './icims.ts';

const FIELD_ID = /^[a-z0-9_]{1,64}$/;
const LIST_ID = /^[A-Za-z0-9._-]{1,100}$/;

/** The fields of a JSON Schema of the Schema API. What is no field of a form that iCIMS has is left out. */
export function toSchemaFields(schema: Profile): readonly SchemaField[] {
  return Object.entries(objectAt(schema, 'properties')).flatMap(([id, property]) =>
    FIELD_ID.test(id) && isRecord(property) ? [toField(id, property)] : [],
  );
}

function toField(id: string, property: Profile): SchemaField {
  const shape = shapeOf(property);
  const fields = toSchemaFields(objectAt(property, 'items')).filter((field) => field.id !== 'entry');
  return {
    id,
    label: textOf(property['title'], /^\P{Cc}{1,200}$/u),
    shape,
    list: textOf(property['list'], LIST_ID),
    fields: shape === 'group' ? fields : [],
  };
}

/** Told by the keys that values of the type have ("Field Types"). */
const shapeByKey: readonly (readonly [string, FieldShape])[] = [
  ['amount', 'amount'],
  ['profile', 'link'],
  ['address', 'link'],
  ['id', 'node'],
];

const shapeByType: Readonly<Record<string, FieldShape>> = { number: 'number', integer: 'number', boolean: 'boolean' };

function shapeOf(property: Profile): FieldShape {
  const { type, format } = property;
  if (type === 'array') return isNode(objectAt(objectAt(property, 'items'), 'properties')) ? 'nodes' : 'group';
  if (type === 'object') return shapeOfObject(objectAt(property, 'properties'));
  if (format === 'date') return 'date';
  return (typeof type === 'string' ? shapeByType[type] : undefined) ?? 'text';
}

function shapeOfObject(keys: Profile): FieldShape {
  return shapeByKey.find(([key]) => Object.hasOwn(keys, key))?.[1] ?? 'text';
}

function isNode(properties: Profile): boolean {
  return Object.hasOwn(properties, 'id') && !Object.hasOwn(properties, 'entry');
}

function objectAt(holder: Profile, key: string): Profile {
  const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  return isRecord(value) ? value : {};
}

function textOf(value: unknown, pattern: RegExp): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null;
}
