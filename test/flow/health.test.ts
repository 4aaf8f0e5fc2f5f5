import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { rollUpHealth } from '../../src/health/roll-up-health.ts';
import { type Store } from '../../src/store/open-store.ts';
import { aMove, anOfferAccepted } from '../support/an-offer-accepted.ts';
import { aPlatform, MASTER_KEY, startConnector, type TestConnector } from '../support/connector.ts';
import { somebody } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';
import { openStoreBeside } from '../support/store-beside.ts';

type Overall = components['schemas']['OverallHealth'];
type OfPlatform = components['schemas']['PlatformHealth'];

let connector: TestConnector;
let store: Store;

/** 9001: three delivered, one parked, one refused, one ignored, one that iCIMS could not serve. 9002: one delivered. */
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
  store = await openStoreBeside(connector.database, MASTER_KEY);
  const theirs = connector.theirs();
  for (const situation of ['h1b-new-graduate', 'h1b-new-graduate', 'tn-canada'] as const)
    await connector.send(anOfferAccepted(theirs, theirs.addCandidate(situation)));
  await connector.send(anOfferAccepted(theirs, theirs.addCandidate('no-birth-date')));
  await connector.send(aMove(theirs, theirs.candidate('e3'), 'interview'));
  await connector.send(anOfferAccepted(connector.theirs('9002'), connector.theirs('9002').candidate('l1a')));
  await connector.admin.idle();
  theirs.faults.set({ kind: 'error-500' });
  await connector.send(anOfferAccepted(theirs, theirs.addCandidate('tn-canada')));
  theirs.faults.clear();
  theirs.rights.hide('applicantworkflows.assessmentresults');
  const { body } = await connector.send(anOfferAccepted(theirs, theirs.addCandidate('tn-mexico')));
  await connector.admin.hireIn('parked', body.reference);
});
afterAll(async () => {
  await store.close();
  await connector.close();
});

const overall = async (window = '24h'): Promise<Overall> =>
  (await connector.admin.get('/api/v1/health').query({ window }).expect(200)).body as Overall;
const of = async (customerId: string, window = '24h'): Promise<OfPlatform> =>
  (await connector.admin.get(`/api/v1/platforms/${customerId}/health`).query({ window }).expect(200))
    .body as OfPlatform;

describe('health of a platform that was just added', () => {
  it('is null and not 100 %', async () => {
    const added = { customerId: '9005', name: 'Example Foods', environment: 'sandbox' };
    await connector.admin.post('/api/v1/platforms', added).expect(201);

    const { success, lastEventAt, latency, firing } = await of('9005');

    expect([success.rate, lastEventAt, latency.whole, firing.rate]).toEqual([null, null, null, null]);
  });
});

describe('health', () => {
  it('of a platform counts what was delivered and what failed, and not what a recruiter has to mend', async () => {
    const { success, events, queue, name } = await of('9001');

    expect(events).toEqual({ accepted: 4, ignored: 1, refused: 1, failed: 1 });
    expect(success).toEqual({ rate: 0.6, target: 0.99, delivered: 3, parked: 1, late: 0, failedEvents: 1 });
    expect(queue).toEqual({ depth: 0, oldestSeconds: null });
    expect(name).toMatch(/\w/);
  });

  it('overall is the sum of all platforms, the one with most failures first', async () => {
    const { success, events, platforms } = await overall();

    expect(success).toMatchObject({ delivered: 4, parked: 1, failedEvents: 1 });
    expect(events.accepted).toBe(5);
    expect(platforms.map(({ customerId, success: { rate } }) => [customerId, rate])).toEqual([
      ['9001', 0.6],
      ['9002', 1],
    ]);
  });

  it('tells how long the parts of the way took, and the whole', async () => {
    const { latency } = await of('9001');

    for (const part of [latency.answer, latency.case, latency.writeBack, latency.whole]) {
      expect(part?.p50Ms).toBeGreaterThan(0);
      expect(part?.p95Ms).toBeGreaterThanOrEqual(part?.p50Ms ?? Infinity);
    }
  });

  it('tells how complete the data is by visa category', async () => {
    const { completeness } = await of('9001');

    expect(completeness.map(({ visaCategory, hires }) => [visaCategory, hires])).toEqual([
      ['H-1B', 2],
      ['TN', 2],
    ]);
    for (const { rate } of completeness) expect(rate).toBeGreaterThan(0);
  });

  it('tells the last event, the allowance, and since when each secret is in use', async () => {
    const { lastEventAt, allowance, secrets, attention } = await of('9001');

    expect(Date.now() - Date.parse(lastEventAt ?? '')).toBeLessThan(120_000);
    expect(allowance.remaining).toBeLessThan(allowance.limit);
    expect(secrets.map(({ secret }) => secret)).toContain('/icims/auth/clientSecret');
    expect(secrets.every(({ days, advice }) => days === 0 && advice === 'none')).toBe(true);
    expect(attention).toEqual(expect.any(Array));
  });

  it('is the same once the hours are rolled up, and a second roll-up changes nothing', async () => {
    const before = await Promise.all([of('9001', '7d'), overall('7d')]);
    const later = new Date(Date.now() + 2 * 3_600_000);

    await rollUpHealth(store.health, later, AbortSignal.timeout(10_000));
    await rollUpHealth(store.health, later, AbortSignal.timeout(10_000));

    expect(await queryDatabase(connector.database, 'SELECT * FROM health_hours')).not.toHaveLength(0);
    const after = await Promise.all([of('9001', '7d'), overall('7d')]);
    const figures = (one: OfPlatform | Overall) => ({ ...one, to: '', allowance: '' });
    expect(after.map(figures)).toEqual(before.map(figures));
  });

  it('of somebody with one platform never shows another', async () => {
    const person = await somebody(connector, 'hr@example.com', [{ customerId: '9002', role: 'hr' }]);

    const { body } = await person.call('get', '/api/v1/health').expect(200);

    expect((body as Overall).events.accepted).toBe(1);
    expect((body as Overall).platforms.map(({ customerId }) => customerId)).toEqual(['9002']);
    expect(JSON.stringify(body)).not.toContain('9001');
    await person.call('get', '/api/v1/platforms/9001/health').expect(404);
  });

  it('is refused for a platform that is not, and for a window that is none', async () => {
    await connector.admin.get('/api/v1/platforms/424242/health').expect(404);
    await connector.admin.get('/api/v1/health?window=1y').expect(400);
  });
});

describe('the age of a secret', () => {
  it('begins anew when it is changed, and stays when it only gets a successor beside it', async () => {
    await queryDatabase(connector.database, `UPDATE secret_ages SET since = now() - interval '400 days'`);
    const before = aPlatform(connector.icims, '9001');
    const { basic } = before.inbound;
    const one = Array.isArray(basic) ? basic[0] : basic;
    const successor = { username: 'successor', password: 'another-example-password' };

    await connector.serve('9001', { inbound: { ...before.inbound, basic: [successor, ...(one ? [one] : [])] } });

    const ages = new Map((await of('9001')).secrets.map(({ secret, days, advice }) => [secret, [days, advice]]));
    expect(ages.get('/inbound/basic/0/password')).toEqual([0, 'none']);
    if (one !== undefined) expect(ages.get('/inbound/basic/1/password')).toEqual([400, 'rotate']);
    expect(ages.get('/icims/auth/clientSecret')).toEqual([400, 'rotate']);
  });
});
