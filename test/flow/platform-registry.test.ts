import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createAttentionBoard } from '../../src/platforms/attention-board.ts';
import { createPlatformRegistry } from '../../src/platforms/platform-registry.ts';
import { type Store } from '../../src/store/open-store.ts';
import { MASTER_KEY, startConnector, type TestConnector } from '../support/connector.ts';
import { openStoreBeside } from '../support/store-beside.ts';
import { until } from '../support/until.ts';

let connector: TestConnector;
/** That of another process on the same database. */
let store: Store;

beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
  store = await openStoreBeside(connector.database, MASTER_KEY);
});
afterAll(async () => {
  await store.close();
  await connector.close();
});

/** A registry, and which platforms each of its reloads had to open. */
function watchedRegistry() {
  const opened: (readonly string[])[] = [];
  const registry = createPlatformRegistry({
    platformsStamp: () => store.platforms.platformsStamp(),
    changedPlatforms: async (known) => {
      const found = await store.platforms.changedPlatforms(known);
      opened.push(found.changed.map(({ platform }) => platform.customerId));
      return found;
    },
  });
  return { registry, opened };
}

it('opens every platform once, then only those that another process changed, and forgets those that are gone', async () => {
  const { registry, opened } = watchedRegistry();
  await registry.refresh();
  const [first, list] = [registry.get('9001'), registry.list()];
  await registry.refresh();

  expect(opened).toEqual([['9001', '9002']]);
  expect(registry.list()).toBe(list);

  await connector.serve('9002', { enabled: false });
  await registry.refresh();

  expect(opened.at(-1)).toEqual(['9002']);
  expect(registry.get('9002')?.enabled).toBe(false);
  expect(registry.get('9001')).toBe(first);

  await connector.admin.delete('/api/v1/platforms/9002').expect(204);
  await registry.refresh();

  expect(opened.at(-1)).toEqual([]);
  expect(registry.get('9002')).toBeUndefined();
  expect(registry.list()).toEqual([first]);
});

it('clears what another process raised once it has learnt of it, and nothing is left of a platform that is gone', async () => {
  const raise = (customerId: string) =>
    store.platforms.raiseAttention(customerId, { code: 'ICIMS_ACCESS', sentence: 'iCIMS refuses the credential.' });
  const raised = async () => (await store.platforms.allAttention()).map(({ customerId }) => customerId);
  await connector.serve('9002');
  await raise('9001');
  await raise('9002');
  const board = createAttentionBoard(store.platforms, () => undefined);

  board.clear('9001', 'ICIMS_ACCESS');
  expect(await raised()).toEqual(['9001', '9002']);

  await board.refresh();
  board.clear('9001', 'ICIMS_ACCESS');
  await until('it is cleared', async () => (await raised()).length === 1);
  await connector.admin.delete('/api/v1/platforms/9002').expect(204);

  expect(await raised()).toEqual([]);
});
