import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { hurry } from '../support/query-database.ts';
import { until } from '../support/until.ts';
import { writeBackEntries } from '../support/write-back-entries.ts';

let receiver: CaseReceiver;
let connector: TestConnector;
beforeAll(async () => {
  receiver = await startCaseReceiver();
  connector = await startConnector({ platforms: {}, insecureHosts: [new URL(receiver.url).host] });
  await connector.serve('9001', webhook());
});
afterAll(async () => {
  await connector.close();
  await receiver.close();
});
afterEach(() => connector.theirs().rights.set([]));

const webhook = (changes = {}) => ({
  caseSystem: { type: 'webhook' as const, url: receiver.url, secret: receiver.secret, ...changes },
});
const casesOf = (hireId: string | undefined) => receiver.cases().filter((one) => one.hireId === hireId);
const order = async () => {
  const candidate = connector.theirs().addCandidate('h1b-new-graduate');
  const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidate));
  return { candidate, hireId: String(body.reference) };
};
const failures = async (hireId: string, count: number): Promise<void> =>
  until(`${count} attempts have failed`, async () => {
    const { attemptLog } = await connector.admin.hire(hireId);
    return attemptLog.filter(({ outcome }) => outcome === 'failed').length >= count;
  });

describe('a case system that answers by webhook', () => {
  it('gets the hire under its id as idempotency key, and its link is written back', async () => {
    const { candidate, hireId } = await order();

    const hire = await connector.admin.hireIn('delivered', hireId);

    const [opened] = casesOf(hireId);
    expect(hire).toMatchObject({ caseId: opened?.caseId, caseUrl: opened?.caseUrl });
    expect(receiver.requests().at(-1)).toMatchObject({ key: hireId, event: { type: 'case.open' } });
    expect(writeBackEntries(connector.theirs(), candidate)).toMatchObject([{ assessmenturl: opened?.caseUrl }]);
    expect(await connector.admin.cases()).toEqual([]);
  });

  it('is asked again after a 500, and has one case then', async () => {
    receiver.failNext(1, { status: 500 });
    const { hireId } = await order();

    await failures(hireId, 1);
    await hurry(connector.database);

    const hire = await connector.admin.hireIn('delivered', hireId);
    expect(casesOf(hireId)).toHaveLength(1);
    expect(hire.attemptLog).toContainEqual(
      expect.objectContaining({ step: 'open-case', outcome: 'failed', code: 'CASE_SYSTEM_UNAVAILABLE' }),
    );
  });

  it.each([
    ['seconds', '120', 120],
    ['a date', new Date(Date.now() + 600_000).toUTCString(), 500],
  ])('is left alone as long as it asks, in %s', async (_how, header, atLeastSeconds) => {
    receiver.failNext(1, { status: 429, headers: { 'retry-after': header } });
    const { hireId } = await order();

    await failures(hireId, 1);

    const { nextAttemptAt } = await connector.admin.hire(hireId);
    const waitSeconds = (Date.parse(String(nextAttemptAt)) - Date.now()) / 1000;
    expect(waitSeconds).toBeGreaterThan(atLeastSeconds - 20);
    await hurry(connector.database);
    await connector.admin.hireIn('delivered', hireId);
  });

  it.each([
    ['a year', '31536000', 3600],
    ['a negative time', '-5', 3],
    ['junk', 'soon', 3],
  ])('is asked again within the hour when it asks for %s', async (_what, header, atMostSeconds) => {
    receiver.failNext(1, { status: 503, headers: { 'retry-after': header } });
    const { hireId } = await order();

    await failures(hireId, 1);

    const { nextAttemptAt } = await connector.admin.hire(hireId);
    expect((Date.parse(String(nextAttemptAt)) - Date.now()) / 1000).toBeLessThanOrEqual(atMostSeconds);
    await hurry(connector.database);
    await connector.admin.hireIn('delivered', hireId);
  });

  it('parks what it refuses, with the field, and a retry opens the case', async () => {
    receiver.failNext(1, {
      status: 422,
      headers: { 'content-type': 'application/problem+json' },
      body: { errors: [{ pointer: '/data/fields/job/soc', detail: 'Vantalore 15-1252 is unknown' }] },
    });
    const { hireId } = await order();

    const parked = await connector.admin.hireIn('parked', hireId);

    expect(parked.reason).toMatchObject({ code: 'CASE_SYSTEM_REFUSED', sentence: expect.stringContaining('job.soc') });
    expect(JSON.stringify(parked.reason)).not.toContain('Vantalore');
    expect((await connector.admin.hires({ reason: 'CASE_SYSTEM_REFUSED' })).map(({ id }) => id)).toEqual([hireId]);
    await connector.admin.post(`/api/v1/hires/${hireId}/retry`).expect(202);
    expect((await connector.admin.hireIn('delivered', hireId)).reason).toBeNull();
    expect(casesOf(hireId)).toHaveLength(1);
  });

  it('has nothing to retry for what is delivered, and a second click on what is parked changes nothing', async () => {
    receiver.failNext(1, { status: 400 });
    const { hireId } = await order();
    await connector.admin.hireIn('parked', hireId);

    const clicks = await Promise.all([1, 2, 3].map(() => connector.admin.post(`/api/v1/hires/${hireId}/retry`)));

    expect(clicks.every(({ status }) => status === 202 || status === 409)).toBe(true);
    await connector.admin.hireIn('delivered', hireId);
    expect(casesOf(hireId)).toHaveLength(1);
    const late = await connector.admin.post(`/api/v1/hires/${hireId}/retry`);
    expect(late).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
  });

  it('opens one case for a hire whose first answer was lost', async () => {
    receiver.failNext(1, { worked: true, hangUp: true });
    const { hireId } = await order();
    await failures(hireId, 1);
    expect(casesOf(hireId)).toHaveLength(1);

    await hurry(connector.database);

    const hire = await connector.admin.hireIn('delivered', hireId);
    expect(casesOf(hireId)).toMatchObject([{ caseId: hire.caseId }]);
  });

  it('that refuses our secret parks the hire, asks for attention, and both end with the right secret', async () => {
    await connector.serve('9001', webhook({ secret: 'whsec_d3Jvbmc=' }));
    const { hireId } = await order();
    expect((await connector.admin.hireIn('parked', hireId)).reason?.code).toBe('CASE_SYSTEM_ACCESS');
    const codes = async () => (await connector.admin.platform('9001')).attention.map(({ code }) => code);
    await until('attention is asked for', async () => (await codes()).includes('CASE_SYSTEM_ACCESS'));

    await connector.serve('9001', webhook());

    await connector.admin.hireIn('delivered', hireId);
    expect(await codes()).toEqual([]);
  });

  it('still needs attention while only iCIMS takes what is announced', async () => {
    await connector.serve('9001', webhook({ secret: 'whsec_d3Jvbmc=' }));
    const [first, second] = [await order(), await order()];
    await connector.admin.hireIn('parked', first.hireId);
    await connector.admin.hireIn('parked', second.hireId);

    const { attention } = await connector.admin.platform('9001');

    expect(attention.map(({ code }) => code)).toEqual(['CASE_SYSTEM_ACCESS']);
    await connector.serve('9001', webhook());
    await connector.admin.idle();
  });

  it('at an address that may not be called is never called', async () => {
    await connector.serve('9001', webhook({ url: 'https://localhost:1/latest' }));
    const { hireId } = await order();

    expect((await connector.admin.hireIn('parked', hireId)).reason).toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });

    await connector.serve('9001', webhook());
    await connector.admin.post(`/api/v1/hires/${hireId}/retry`).expect(202);
    await connector.admin.hireIn('delivered', hireId);
  });
});
