import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { administer, databaseUrl, type TestDatabase } from '../support/database.ts';
import { queryDatabase } from '../support/query-database.ts';
import { writeBackEntries } from '../support/write-back-entries.ts';

let receiver: CaseReceiver;
let lost: TestDatabase;
let connector: TestConnector;
const candidates = {} as Record<'first' | 'second' | 'forgotten', ReturnType<typeof order>['candidate']>;
const hireIds: Record<string, string> = {};

function order() {
  const candidate = connector.theirs().addCandidate('h1b-new-graduate');
  return { candidate, event: anOfferAccepted(connector.theirs(), candidate) };
}

/** As it is now, under another name. Nobody may be connected. */
async function copyOf({ url }: TestDatabase): Promise<TestDatabase> {
  const { TEST_SERVER_URL: server = '' } = process.env;
  const name = new URL(url).pathname.slice(1);
  await administer(server, (client) => client.query(`CREATE DATABASE ${name}_backup TEMPLATE ${name}`));
  const copied = databaseUrl(server, `${name}_backup`);
  const drop = () =>
    administer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name}_backup WITH (FORCE)`));
  return { url: copied, connection: { connectionString: copied }, drop };
}

const starting = (environment: Record<string, string> = {}) => ({
  environment,
  insecureHosts: [new URL(receiver.url).host],
});

/**
 * Two hires are accepted, a backup is made, which is an hour old in the end, both and one that came later are delivered, and
 * the backup is all that is left.
 */
beforeAll(async () => {
  receiver = await startCaseReceiver({ knowsOrders: true });
  const caseSystem = { type: 'webhook', url: receiver.url, secret: receiver.secret } as const;
  connector = await startConnector({
    ...starting({ DELIVERY_CONCURRENCY: '0' }),
    platforms: { '9001': { caseSystem } },
  });
  for (const name of ['first', 'second'] as const) {
    const { candidate, event } = order();
    candidates[name] = candidate;
    hireIds[name] = String((await connector.send(event)).body.reference);
  }
  await connector.stop();
  const backup = await copyOf(connector.database);
  lost = connector.database;
  connector = await startConnector({ ...starting(), on: connector });
  await connector.admin.hireIn('delivered', hireIds['first']);
  await connector.admin.hireIn('delivered', hireIds['second']);
  const later = order();
  candidates.forgotten = later.candidate;
  hireIds['forgotten'] = String((await connector.send(later.event)).body.reference);
  await connector.admin.hireIn('delivered', hireIds['forgotten']);
  await connector.stop();
  await queryDatabase(backup, `UPDATE deliveries SET created_at = created_at - interval '1 hour'`);
  connector = await startConnector({ ...starting(), on: { icims: connector.icims, database: backup } });
});
afterAll(async () => {
  await connector.close();
  await receiver.close();
  await lost.drop();
});

describe('a database that is restored to an earlier point', () => {
  it('delivers again what it does not know to be delivered, and neither case nor entry is doubled', async () => {
    for (const name of ['first', 'second'] as const) {
      const hire = await connector.admin.hireIn('delivered', hireIds[name]);

      const cases = receiver.cases().filter(({ hireId }) => hireId === hire.id);
      expect(cases).toMatchObject([{ caseId: hire.caseId, state: 'open' }]);
      expect(writeBackEntries(connector.theirs(), candidates[name])).toHaveLength(1);
    }
    expect(receiver.cases()).toHaveLength(3);
  });

  it('refuses what it knew before as a duplicate', async () => {
    const again = await connector.send(anOfferAccepted(connector.theirs(), candidates.second));

    expect(again).toMatchObject({ status: 400, code: 'DUPLICATE_REQUEST' });
  });

  it('opens no second case for an order that it has forgotten, where the case system knows orders by their workflow', async () => {
    const [before] = receiver.cases().filter(({ hireId }) => hireId === hireIds['forgotten']);

    const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidates.forgotten));
    const hire = await connector.admin.hireIn('delivered', body.reference);

    expect(hire.id).not.toBe(hireIds['forgotten']);
    expect(hire.caseId).toBe(before?.caseId);
    expect(receiver.cases()).toHaveLength(3);
    expect(writeBackEntries(connector.theirs(), candidates.forgotten).map(() => 'entry')).toEqual(['entry', 'entry']);
  });
});
