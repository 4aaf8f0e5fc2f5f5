import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfferAccepted, anOfferRescinded } from '../support/an-offer-accepted.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { type LossyProxy, startLossyProxy } from '../support/lossy-proxy.ts';
import { hurry } from '../support/query-database.ts';
import { startSimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';
import { createTestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';
import { writeBackEntries } from '../support/write-back-entries.ts';

const SENT = 'D37002019004';
const OPENED = 'D37002019003';
const COMPLETED = 'D37002019001';
const FAILED = 'D37002019002';

let proxy: LossyProxy;
let connector: TestConnector;
beforeAll(async () => {
  const [icims, database] = [await startSimulatedIcims(), await createTestDatabase()];
  proxy = await startLossyProxy(icims.url);
  connector = await startConnector({ on: { icims, database }, insecureHosts: [proxy.host] });
  await connector.serve('9001', { icims: { ...aPlatform(icims).icims, apiBaseUrl: proxy.url } });
});
afterAll(async () => {
  await connector.close();
  await proxy.close();
});
afterEach(() => {
  connector.theirs().faults.clear();
  connector.theirs().rights.set([]);
});

const order = async () => {
  const candidate = connector.theirs().addCandidate('h1b-new-graduate');
  const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidate));
  return { candidate, hireId: String(body.reference) };
};
const statuses = ({ candidate }: Awaited<ReturnType<typeof order>>) =>
  writeBackEntries(connector.theirs(), candidate).map(
    ({ assessmentstatus }) => (assessmentstatus as { id: string }).id,
  );
const report = (hireId: string, state: string) => connector.admin.post(`/api/v1/hires/${hireId}/case-state`, { state });

describe('the write-back entry on the workflow', () => {
  it('is one, and says sent, then opened, then completed', async () => {
    connector.theirs().faults.set({ kind: 'error-503', method: 'PATCH' });
    const ordered = await order();
    await until('the case is open', async () => (await connector.admin.hire(ordered.hireId)).caseId !== null);
    expect(statuses(ordered)).toEqual([SENT]);
    const [sent] = writeBackEntries(connector.theirs(), ordered.candidate);

    connector.theirs().faults.clear();
    await until('the write-back has failed', async () =>
      (await connector.admin.hire(ordered.hireId)).attemptLog.some(({ outcome }) => outcome === 'failed'),
    );
    await hurry(connector.database);
    await connector.admin.hireIn('delivered', ordered.hireId);
    expect(statuses(ordered)).toEqual([OPENED]);
    await report(ordered.hireId, 'completed').expect(202);
    await connector.admin.settled(ordered.hireId);

    expect(statuses(ordered)).toEqual([COMPLETED]);
    const [completed] = writeBackEntries(connector.theirs(), ordered.candidate);
    expect(completed?.['entry']).toBe(sent?.['entry']);
  });

  it.each([
    ['completed', COMPLETED],
    ['failed', FAILED],
  ])('says %s when the case ends so, and nothing more may be said of it', async (state, status) => {
    const ordered = await order();
    await connector.admin.hireIn('delivered', ordered.hireId);
    await report(ordered.hireId, 'in-progress').expect(202);
    await report(ordered.hireId, state).expect(202);
    await connector.admin.settled(ordered.hireId);

    expect(statuses(ordered)).toEqual([status]);
    expect(await connector.admin.caseOf(ordered.hireId)).toMatchObject({ state });
    expect(await report(ordered.hireId, 'in-progress')).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
  });

  it('is one when the answer to the announcement was lost', async () => {
    proxy.loseNextAnswerTo('POST');
    const ordered = await order();

    await connector.admin.hireIn('delivered', ordered.hireId);

    expect(statuses(ordered)).toEqual([OPENED]);
  });

  it('is one when the answer to its change was lost', async () => {
    proxy.loseNextAnswerTo('PATCH');
    const ordered = await order();
    await until('the write-back has failed', async () =>
      (await connector.admin.hire(ordered.hireId)).attemptLog.some(({ outcome }) => outcome === 'failed'),
    );

    await hurry(connector.database);

    await connector.admin.hireIn('delivered', ordered.hireId);
    expect(statuses(ordered)).toEqual([OPENED]);
  });

  it('is one when nothing is announced and the answer to the only write was lost', async () => {
    const document = aPlatform(connector.icims);
    const { sent: _sent, ...statusesWithoutSent } = document.writeBack?.statuses ?? {
      opened: '',
      completed: '',
      failed: '',
    };
    const icims = { ...document.icims, apiBaseUrl: proxy.url };
    const writeBack = document.writeBack && { ...document.writeBack, statuses: statusesWithoutSent };
    await connector.serve('9001', { icims, writeBack });
    proxy.loseNextAnswerTo('POST');
    const ordered = await order();
    await until('the write-back has failed', async () =>
      (await connector.admin.hire(ordered.hireId)).attemptLog.some(({ outcome }) => outcome === 'failed'),
    );

    await hurry(connector.database);

    await connector.admin.hireIn('delivered', ordered.hireId);
    expect(statuses(ordered)).toEqual([OPENED]);
    await connector.serve('9001', { icims });
  });

  it('that may not be written parks the hire with a sentence, and a retry writes it once it may', async () => {
    connector.theirs().rights.hide('applicantworkflows.assessmentresults');
    const ordered = await order();

    const parked = await connector.admin.hireIn('parked', ordered.hireId);

    expect(parked.caseId).not.toBeNull();
    expect(parked.reason?.sentence).toMatch(/no right to see it/);
    connector.theirs().rights.set([]);
    await connector.admin.post(`/api/v1/hires/${ordered.hireId}/retry`).expect(202);
    await connector.admin.hireIn('delivered', ordered.hireId);
    expect(statuses(ordered)).toEqual([OPENED]);
  });

  it('leaves the entries of others as they are', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    const theirOwn = { assessmentname: { id: 'C1', value: 'Typing test' }, assessmentnotes: 'passed' };
    connector.theirs().overwrite('applicantworkflows', candidate.workflowId, { assessmentresults: [theirOwn] });
    const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidate));

    await connector.admin.hireIn('delivered', body.reference);

    const entries = writeBackEntries(connector.theirs(), candidate);
    expect(entries).toMatchObject([theirOwn, { assessmentstatus: { id: OPENED } }]);
  });

  it('says failed, with a note, when the offer was withdrawn', async () => {
    const ordered = await order();
    await connector.admin.hireIn('delivered', ordered.hireId);

    await connector.send(anOfferRescinded(connector.theirs(), ordered.candidate));

    await connector.admin.settled(ordered.hireId);
    expect(writeBackEntries(connector.theirs(), ordered.candidate)).toMatchObject([
      { assessmentstatus: { id: FAILED }, assessmentnotes: expect.stringMatching(/, withdrawn$/) },
    ]);
  });

  it('stops for the day when only the reserve of calls is left, and goes on the next', async () => {
    const { allowance } = connector.theirs();
    allowance.use(allowance.limit - 100);

    const ordered = await order();

    await until('the write-back has failed', async () =>
      (await connector.admin.hire(ordered.hireId)).attemptLog.some(({ code }) => code === 'ICIMS_ALLOWANCE_USED'),
    );
    await until('the case is open', async () => (await connector.admin.hire(ordered.hireId)).caseId !== null);
    const codes = async () => (await connector.admin.platform('9001')).attention.map(({ code }) => code);
    await until('attention is asked for', async () => (await codes()).includes('ICIMS_ALLOWANCE_USED'));
    expect(statuses(ordered)).toEqual([]);
    allowance.use(0);
    await order();
    await hurry(connector.database);
    await connector.admin.hireIn('delivered', ordered.hireId);
    await until('attention is no longer asked for', async () => (await codes()).length === 0);
  });
});
