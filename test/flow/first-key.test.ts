import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createDatabase, type Database } from '../../src/store/database.ts';
import { createVault } from '../../src/store/vault.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let ours: TestDatabase;
let database: Database;

beforeEach(async () => {
  ours = await createTestDatabase();
  database = createDatabase(ours.connection, () => undefined);
});

afterEach(async () => {
  await database.close();
  await ours.drop();
});

it('is one data key when eight processes make the first one at the same time', async () => {
  const processes = Array.from({ length: 8 }, () => createVault(database, Buffer.alloc(32, 'master')));

  const keys = await Promise.all(
    processes.map((vault) => database.transaction((query) => vault.ensureKey('9001', query))),
  );

  const place = { customerId: '9001', table: 'hires', column: 'fields_sealed', row: '1' };
  const sealed = keys[0]?.seal('a secret', place) ?? Buffer.alloc(0);
  expect(keys.map((key) => key.open(sealed, place).toString())).toEqual(Array(8).fill('a secret'));
});
