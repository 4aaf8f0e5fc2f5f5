import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfferAccepted, anOfferRescinded } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { queryDatabase } from '../support/query-database.ts';
import { until } from '../support/until.ts';
import { writeBackEntries } from '../support/write-back-entries.ts';

let receiver: CaseReceiver;
let connector: TestConnector;
beforeAll(async () => {
  receiver = await startCaseReceiver({ light: true });
  connector = await startConnector({
    platforms: { '9001': {}, '9002': {} },
    insecureHosts: [new URL(receiver.url).host],
  });
});
afterAll(async () => {
  await connector.close();
  await receiver.close();
});

const order = async (customerId: string) => {
  const theirs = connector.theirs(customerId);
  const candidate = theirs.addCandidate('h1b-new-graduate');
  const { body } = await connector.send(anOfferAccepted(theirs, candidate), { authentication: 'hmac' });
  return { candidate, hireId: String(body.reference) };
};
const several = (customerId: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => order(customerId)));

describe('a platform that is switched off', () => {
  it('holds its deliveries and refuses new orders, until it is switched on again', async () => {
    connector.theirs().faults.set({ kind: 'slow', ms: 400, method: 'POST' });
    const held = await order('9001');
    await connector.serve('9001', {
      enabled: false,
      caseSystem: { type: 'webhook', url: receiver.url, secret: 'whsec_d3Jvbmc=' },
    });
    connector.theirs().faults.clear();
    const refused = await connector.send(
      anOfferAccepted(connector.theirs(), connector.theirs().addCandidate('h1b-new-graduate')),
    );
    const other = await order('9002');
    await connector.admin.hireIn('delivered', other.hireId);

    expect(refused).toMatchObject({ status: 400, code: 'EVENT_NOT_ENABLED' });
    expect(refused.body.error?.userMessage).toMatch(/switched off/);

    await connector.serve('9001');
    await connector.admin.hireIn('delivered', held.hireId);
  });

  it('claims nothing for what is retried meanwhile', async () => {
    await connector.serve('9001', { caseSystem: { type: 'webhook', url: receiver.url, secret: 'whsec_d3Jvbmc=' } });
    const parked = await order('9001');
    await connector.admin.hireIn('parked', parked.hireId);
    await connector.serve('9001', { enabled: false });

    await connector.admin.post(`/api/v1/hires/${parked.hireId}/retry`);
    const other = await order('9002');
    await connector.admin.hireIn('delivered', other.hireId);

    const claims = await queryDatabase<{ lease_owner: string | null }>(
      connector.database,
      'SELECT lease_owner FROM deliveries WHERE hire_id = $1',
      [parked.hireId],
    );
    expect(claims).toEqual([{ lease_owner: null }]);
    await connector.serve('9001');
    await connector.admin.hireIn('delivered', parked.hireId);
  });
});

describe('a platform whose case system is broken', () => {
  it('does not keep another from delivering, and is asked less and less itself', async () => {
    await connector.serve('9001', { caseSystem: { type: 'webhook', url: receiver.url, secret: receiver.secret } });
    receiver.failNext(10_000, { status: 500 });
    const [broken, healthy] = [await several('9001', 60), await several('9002', 20)];

    for (const { hireId } of healthy) await connector.admin.hireIn('delivered', hireId);

    const hires = await connector.admin.hires({ customerId: '9001', state: 'accepted' });
    const attempted = hires.filter(({ attempts }) => attempts > 0);
    expect(hires).toHaveLength(broken.length);
    expect(attempted.length).toBeLessThan(broken.length);
    await connector.serve('9001');
    for (const { candidate } of broken) await connector.send(anOfferRescinded(connector.theirs(), candidate));
  });
});

describe('a platform that is deleted', () => {
  it('takes the key to its data with it, parks what was under way, and leaves the other alone', async () => {
    await connector.serve('9001');
    const [done, other] = [await order('9001'), await order('9002')];
    await connector.admin.hireIn('delivered', done.hireId);
    await connector.admin.hireIn('delivered', other.hireId);
    await connector.serve('9001', { enabled: false });
    await connector.serve('9001', { caseSystem: { type: 'webhook', url: receiver.url, secret: 'whsec_d3Jvbmc=' } });
    const stuck = await order('9001');
    await connector.admin.hireIn('parked', stuck.hireId);

    await connector.admin.delete('/api/v1/platforms/9001').expect(204);

    const [story, underWay] = [await connector.admin.hire(done.hireId), await connector.admin.hire(stuck.hireId)];
    expect(story).toMatchObject({ fields: null, state: 'delivered' });
    expect(await connector.admin.caseOf(done.hireId)).toMatchObject({ fields: null });
    expect(underWay).toMatchObject({ fields: null, state: 'parked' });
    await connector.admin.post(`/api/v1/hires/${stuck.hireId}/retry`).expect(409);
    const event = anOfferAccepted(connector.theirs(), connector.theirs().addCandidate('h1b-new-graduate'));
    expect((await connector.send(event)).status).toBe(401);
    await connector.admin.get('/api/v1/platforms/9001').expect(404);
    await connector.admin.delete('/api/v1/platforms/9001').expect(404);
    expect(await connector.admin.hire(other.hireId)).toMatchObject({
      fields: { person: { family_name: 'Kolhaparekar' } },
    });
    const [keys] = await queryDatabase<{ count: string }>(
      connector.database,
      `SELECT count(*) FROM data_keys WHERE customer_id = '9001'`,
    );
    expect(keys?.count).toBe('0');
  });

  it('that comes back begins anew: its old orders may come again, its old data stays unreadable', async () => {
    await connector.serve('9001');
    const ordered = await order('9001');
    await connector.admin.hireIn('delivered', ordered.hireId);
    await connector.admin.delete('/api/v1/platforms/9001').expect(204);
    await connector.serve('9001');

    const again = await connector.send(anOfferAccepted(connector.theirs(), ordered.candidate));

    await connector.admin.hireIn('delivered', again.body.reference);
    expect(await connector.admin.hire(ordered.hireId)).toMatchObject({ fields: null });
    expect(writeBackEntries(connector.theirs(), ordered.candidate).length).toBeGreaterThan(0);
  });

  it('while its hires are being delivered stops them after the current step', async () => {
    await connector.serve('9001');
    connector.theirs().faults.set({ kind: 'slow', ms: 300, method: 'POST' });
    const { hireId } = await order('9001');

    await connector.admin.delete('/api/v1/platforms/9001').expect(204);
    connector.theirs().faults.clear();

    expect(await connector.admin.hire(hireId)).toMatchObject({
      state: 'parked',
      reason: { code: 'PLATFORM_DELETED' },
      nextAttemptAt: null,
    });
    const other = await order('9002');
    await connector.admin.hireIn('delivered', other.hireId);
    await until('nothing is left in the queue', async () => {
      const rows = await queryDatabase(connector.database, `SELECT FROM deliveries WHERE customer_id = '9001'`);
      return rows.length === 0;
    });
    expect((await connector.admin.hire(hireId)).state).toBe('parked');
  });
});
