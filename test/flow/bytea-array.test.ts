import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { byteaArray } from '../../src/store/bytea-array.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { queryDatabase } from '../support/query-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it.each<[string, readonly Buffer[]]>([
  ['no values', []],
  ['an empty value between others', [Buffer.from('a'), Buffer.alloc(0), Buffer.from('b')]],
  ['every byte', [Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))]],
  ['text that means something in a spelled array', [Buffer.from('{"a\\\\x00",NULL}')]],
  ['a large value', [Buffer.alloc(1_000_000, 0xff), Buffer.from([0])]],
])('a bytea array of %s comes out as it went in', async (_what, values) => {
  const rows = await queryDatabase<{ value: Buffer }>(
    database,
    'SELECT value FROM unnest($1::bytea[]) WITH ORDINALITY AS list (value, at) ORDER BY at',
    [byteaArray(values)],
  );
  expect(rows.map(({ value }) => value)).toEqual(values);
});
