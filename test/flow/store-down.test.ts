import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aMove, anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { closeDatabase, openDatabase } from '../support/close-database.ts';
import { queryDatabase } from '../support/query-database.ts';
import { until } from '../support/until.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

const aCandidate = () => connector.theirs().addCandidate('h1b-new-graduate');
const isReady = async (): Promise<boolean> => (await connector.admin.get('/health/ready')).status === 200;

describe('while the database is away', () => {
  it('events are answered 503 with Retry-After, and are accepted once it is back', async () => {
    const order = anOfferAccepted(connector.theirs(), aCandidate());
    const ignored = aMove(connector.theirs(), aCandidate(), 'interview');
    await closeDatabase(connector.database);

    const answers = [await connector.send(order), await connector.send(ignored)];

    await openDatabase(connector.database);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 503, code: 'STORE_UNAVAILABLE' });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    const [orderAgain, ignoredAgain] = [await connector.send(order), await connector.send(ignored)];
    expect(ignoredAgain.body.status).toBe('ignored');
    await connector.admin.hireIn('delivered', orderAgain.body.reference);
  });

  it('the process is alive but not ready, the admin API answers 503, and all recovers by itself', async () => {
    await closeDatabase(connector.database);

    const live = await connector.admin.get('/health/live');
    const ready = await connector.admin.get('/health/ready');
    const hires = await connector.admin.get('/api/v1/hires');
    const metrics = await connector.admin.get('/metrics');

    await openDatabase(connector.database);
    expect(live.status).toBe(200);
    expect(ready).toMatchObject({
      status: 503,
      body: { status: 'unavailable', reason: expect.stringMatching(/database/) },
    });
    expect(hires).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } });
    expect(hires.headers['retry-after']).toBeDefined();
    expect(metrics.status).toBe(200);
    expect(metrics.text).toMatch(/^events_total/m);
    await until('the process is ready again', isReady);
  });

  it('what was accepted waits and is delivered once it is back', async () => {
    const candidate = aCandidate();
    connector.theirs().faults.set({ kind: 'slow', ms: 300, method: 'POST' });
    const accepted = await connector.send(anOfferAccepted(connector.theirs(), candidate));
    await closeDatabase(connector.database);
    connector.theirs().faults.clear();

    await openDatabase(connector.database);

    await queryDatabase(connector.database, 'UPDATE deliveries SET run_at = now()');
    await connector.admin.hireIn('delivered', accepted.body.reference);
  });
});

describe('when its connections are cut', () => {
  it('the process lives on, and hears of new work at once again', async () => {
    await queryDatabase(
      connector.database,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );

    await until('the process is ready again', isReady);

    const answer = await connector.send(anOfferAccepted(connector.theirs(), aCandidate()));
    await connector.admin.hireIn('delivered', answer.body.reference);
  });
});
