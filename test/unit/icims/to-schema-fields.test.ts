import { describe, expect, it } from '@jest/globals';
import { toSchemaFields } from '../../../src/icims/to-schema-fields.ts';

const node = { type: 'object', properties: { id: { type: 'string' }, value: { type: 'string' } } };
const shapesOf = (properties: object) =>
  Object.fromEntries(toSchemaFields({ properties }).map(({ id, shape }) => [id, shape]));

describe('the fields of a schema', () => {
  it('have the shape of their values', () => {
    const shapes = shapesOf({
      a: { type: 'string' },
      b: { type: 'string', format: 'date' },
      c: { type: 'integer' },
      d: { type: 'boolean' },
      e: node,
      f: { type: 'array', items: node },
      g: { type: 'object', properties: { id: {}, profile: {} } },
      h: { type: 'object', properties: { amount: {}, currency: {} } },
      i: { type: 'array', items: { type: 'object', properties: { entry: {}, school: node } } },
    });

    expect(shapes).toEqual({
      ...{ a: 'text', b: 'date', c: 'number', d: 'boolean', e: 'node', f: 'nodes', g: 'link', h: 'amount', i: 'group' },
    });
  });

  it('of a group are those of its entries, without the entry number', () => {
    const items = { type: 'object', properties: { entry: { type: 'integer' }, school: { type: 'string' } } };

    expect(
      toSchemaFields({ properties: { education: { type: 'array', items } } })[0]?.fields.map(({ id }) => id),
    ).toEqual(['school']);
  });

  it('are left out when iCIMS has no field of that name, and labels and lists when they are none', () => {
    const properties = { 'Not A Field': {}, __proto__x: 7, ok: { title: 'a\u0000b', list: '../people' } };

    expect(toSchemaFields({ properties })).toEqual([{ id: 'ok', label: null, shape: 'text', list: null, fields: [] }]);
  });

  it.each([{}, { properties: [] }, { properties: null }, { properties: 'x' }])('are none in %j', (schema) => {
    expect(toSchemaFields(schema)).toEqual([]);
  });
});
