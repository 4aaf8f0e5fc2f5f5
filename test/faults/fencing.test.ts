import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { type Claim, type StepRecord } from '../../src/delivery/delivery-store.ts';
import { type Store } from '../../src/store/open-store.ts';
import { SECRETS } from '../support/canaries.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { createWorld, type World } from '../support/fault-world.ts';
import { endProcesses } from '../support/processes.ts';
import { openStoreBeside } from '../support/store-beside.ts';

let database: TestDatabase;
let world: World;
let store: Store;

beforeEach(async () => {
  database = await createTestDatabase();
  world = await createWorld({ store: { DATABASE_URL: database.url } });
  const service = await world.start({ DELIVERY_CONCURRENCY: '0' });
  await world.serve(service);
  await world.send(world.order('9001'), service);
  store = await openStoreBeside(database, SECRETS.masterKey);
});

afterEach(async () => {
  await store.close();
  await endProcesses();
  await world.close();
  await database.drop();
});

/** The one delivery, as soon as nobody holds it any more. */
async function claim(owner: string, leaseMs: number): Promise<Claim> {
  let claimed: Claim | undefined;
  await eventually('the delivery can be claimed', 5_000, async () => {
    const wish = { owner, leaseMs, limit: 1, perPlatform: 1, platforms: { except: [] } };
    [claimed] = await store.deliveries.claim(wish);
    return claimed !== undefined;
  });
  if (claimed === undefined) throw new Error('unreachable');
  return claimed;
}

function aStep(claimed: Claim): StepRecord {
  return {
    claim: claimed,
    step: 'open-case',
    outcome: 'done',
    code: null,
    sentence: null,
    at: new Date(),
    milliseconds: 1,
    change: { receipt: { caseId: `case of claim ${claimed.claims}`, caseUrl: 'https://cases.example.com/1' } },
    move: { next: 'continue' },
  };
}

it.each([
  ['another worker', () => uuidv7()],
  ['the same worker', (owner: string) => owner],
])('keeps nothing of a claim that %s has replaced', async (_, replacedBy) => {
  const owner = uuidv7();
  const lost = await claim(owner, 1);
  const current = await claim(replacedBy(owner), 60_000);

  const late = await store.deliveries.record(aStep(lost));
  const inTime = await store.deliveries.record(aStep(current));

  expect(late).toBeNull();
  expect(inTime?.receipt?.caseId).toBe('case of claim 2');
});
