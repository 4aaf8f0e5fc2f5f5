import { createBuiltInCaseSystem } from '../../src/cases/built-in/create-built-in-case-system.ts';
import { createBuiltInCases } from '../../src/store/built-in-cases.ts';
import { createDatabase } from '../../src/store/database.ts';
import { createReadingStore } from '../../src/store/reading-store.ts';
import { createVault } from '../../src/store/vault.ts';
import { createTestDatabase } from '../support/database.ts';
import { caseSystemAgreement } from './case-system.ts';

caseSystemAgreement('The built-in case system on PostgreSQL', async () => {
  const testDatabase = await createTestDatabase();
  const database = createDatabase(testDatabase.connection, () => undefined);
  const vault = createVault(database, Buffer.alloc(32, 'a test'));
  const reading = createReadingStore(database, vault, () => undefined);
  return {
    system: createBuiltInCaseSystem({
      cases: createBuiltInCases(database, vault),
      publicUrl: 'https://connector.example.com',
    }),
    async prepare({ hire }) {
      await database.transaction((query) => vault.ensureKey(hire.customerId, query));
    },
    async cases() {
      const { items } = await reading.listCases({ limit: 200, cursor: undefined, from: undefined, to: undefined });
      return Promise.all(
        items.map(async ({ id, hireId, number, state }) => {
          const story = await reading.getCase(id);
          return { hireId, caseId: number, state, fields: story?.fields ?? {} };
        }),
      );
    },
    async close() {
      await database.close();
      await testDatabase.drop();
    },
  };
});
