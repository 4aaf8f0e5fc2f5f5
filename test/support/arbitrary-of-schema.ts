import fc, { type Arbitrary } from 'fast-check';

/** The part of JSON Schema (OpenAPI 3.1) that our contracts use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
}

/** Texts that have broken somebody's parser, database, log or browser. */
const nasty = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e\u2066evil',
  '\u2028',
  '\r\nSet-Cookie: a=b',
  "'; DROP TABLE hires; --",
  '=cmd()',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%2e%2e%2f',
  '${jndi:ldap://127.0.0.1/a}',
  '__proto__',
  '1e999',
  '-0',
  '9007199254740993',
  'a'.repeat(5_000),
  'ı',
  '\u{1f469}\u200d\u{1f4bb}',
] as const;

const anyText = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 40 }), fc.string());

/** Anything that JSON can say, and nasty texts among it. */
export const anyJson: Arbitrary<unknown> = fc.oneof(anyText, fc.jsonValue({ maxDepth: 3 }));

/** Values that fit the schema most of the time, and break it in one place or another some of the time. */
export function arbitraryOfSchema(schema: Schema, depth = 0): Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: fitting(schema, depth) }, { weight: 1, arbitrary: anyJson });
}

function fitting(schema: Schema, depth: number): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) return fc.oneof(...branches.map((branch) => arbitraryOfSchema(branch, depth + 1)));
  if (schema.allOf !== undefined) {
    const parts = fc.tuple(...schema.allOf.map((part) => fitting(part, depth)));
    return parts.map((values) => Object.assign({}, ...values) as unknown);
  }
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['object']);
  return fc.oneof(...types.map((type) => (makers[type] ?? (() => anyJson))(schema, depth)));
}

const makers: Readonly<Record<string, (schema: Schema, depth: number) => Arbitrary<unknown>>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum = -5, maximum = 2 ** 53 }) =>
    fc.oneof(fc.integer({ min: minimum, max: Math.min(maximum, 2 ** 31 - 1) }), fc.constantFrom(-1, 0, 2 ** 53 + 1)),
  number: () => fc.double({ noNaN: true, noDefaultInfinity: true }),
  string: ({ format, maxLength = 60 }) =>
    fc.oneof(fc.string({ maxLength: Math.min(maxLength, 60) }), anyText, formats[format ?? ''] ?? fc.constant('9001')),
  array: ({ items = {}, maxItems = 4 }, depth) =>
    fc.array(arbitraryOfSchema(items, depth + 1), { maxLength: depth > 4 ? 1 : Math.min(maxItems + 1, 4) }),
  object: ({ properties = {}, required = [] }, depth) => {
    const shape = Object.entries(properties).map(([key, value]) => [key, arbitraryOfSchema(value, depth + 1)]);
    const record = fc.record(Object.fromEntries(shape) as Record<string, Arbitrary<unknown>>, {
      requiredKeys: required.filter((key) => key in properties),
    });
    return fc
      .tuple(record, fc.option(fc.dictionary(anyText, anyJson, { maxKeys: 2 }), { freq: 6 }))
      .map(([known, extra]): unknown => ({ ...known, ...(extra ?? {}) }));
  },
};

const formats: Readonly<Record<string, Arbitrary<string>>> = {
  uuid: fc.uuid(),
  'date-time': fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    .map((at) => at.toISOString()),
  date: fc.constantFrom('2028-02-29', '2027-02-29', '0000-00-00'),
  uri: fc.webUrl(),
};
