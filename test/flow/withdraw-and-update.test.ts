import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aMove, anOfferAccepted, anOfferRescinded } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { hurry } from '../support/query-database.ts';
import { until } from '../support/until.ts';
import { writeBackEntries } from '../support/write-back-entries.ts';

let receiver: CaseReceiver;
let connector: TestConnector;
beforeAll(async () => {
  receiver = await startCaseReceiver();
  connector = await startConnector({ insecureHosts: [new URL(receiver.url).host] });
});
afterAll(async () => {
  await connector.close();
  await receiver.close();
});
afterEach(() => connector.theirs().faults.clear());

/** "Hired" tells the case system what the hire looks like now. */
const served = (webhook: boolean) =>
  connector.serve('9001', {
    triggers: [
      ...aPlatform(connector.icims).triggers,
      {
        eventType: 'WorkFlowStatusChangeEvent',
        newStatus: [connector.theirs().employer.statuses.hired.id],
        action: 'update-case',
      },
    ],
    ...(webhook ? { caseSystem: { type: 'webhook', url: receiver.url, secret: receiver.secret } } : {}),
  });
const order = async () => {
  const candidate = connector.theirs().addCandidate('h1b-new-graduate');
  const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidate));
  return { candidate, hireId: String(body.reference) };
};
const rescind = (ordered: Awaited<ReturnType<typeof order>>) =>
  connector.send(anOfferRescinded(connector.theirs(), ordered.candidate));
const hired = (ordered: Awaited<ReturnType<typeof order>>) =>
  connector.send(aMove(connector.theirs(), ordered.candidate, 'hired'));

describe.each([
  ['built-in', false],
  ['webhook', true],
] as const)('an offer that is taken back, with the %s case system', (_name, webhook) => {
  const stateOf = async (hireId: string): Promise<string | undefined> =>
    webhook
      ? receiver.cases().find((one) => one.hireId === hireId)?.state
      : (await connector.admin.cases()).find((one) => one.hireId === hireId)?.state;
  beforeAll(() => served(webhook));

  it('after the case was opened withdraws the case and says so in iCIMS', async () => {
    const ordered = await order();
    await connector.admin.hireIn('delivered', ordered.hireId);

    const answer = await rescind(ordered);

    expect(answer).toMatchObject({ status: 200, body: { status: 'accepted', reference: ordered.hireId } });
    expect((await connector.admin.settled(ordered.hireId)).state).toBe('withdrawn');
    expect(await stateOf(ordered.hireId)).toBe('withdrawn');
    expect(writeBackEntries(connector.theirs(), ordered.candidate)).toMatchObject([
      { assessmentstatus: { id: 'D37002019002' } },
    ]);
  });

  it('twice is withdrawn once: the second finds nothing to withdraw', async () => {
    const ordered = await order();
    await rescind(ordered);

    expect(await rescind(ordered)).toMatchObject({ status: 200, body: { status: 'ignored' } });
  });

  it('before the case was opened opens none', async () => {
    connector.theirs().faults.set({ kind: 'slow', ms: 400, method: 'POST' });
    const ordered = await order();

    await rescind(ordered);

    connector.theirs().faults.clear();
    const hire = await connector.admin.settled(ordered.hireId);
    expect(hire.state).toBe('withdrawn');
    expect(['withdrawn', undefined]).toContain(await stateOf(ordered.hireId));
  });

  it('and the order that follows reach the case system as two cases of their own', async () => {
    const ordered = await order();
    await connector.admin.hireIn('delivered', ordered.hireId);
    await rescind(ordered);
    const again = await connector.send(anOfferAccepted(connector.theirs(), ordered.candidate));

    await connector.admin.hireIn('delivered', again.body.reference);
    await connector.admin.settled(ordered.hireId);

    expect([await stateOf(ordered.hireId), await stateOf(String(again.body.reference))]).toEqual(['withdrawn', 'open']);
  });
});

describe('an offer that is taken back while its case cannot be opened', () => {
  it('is withdrawn there too, since an answer may have been lost', async () => {
    await served(true);
    receiver.failNext(1, { worked: true, status: 502 });
    const ordered = await order();
    await until('the opening has failed', async () =>
      (await connector.admin.hire(ordered.hireId)).attemptLog.some(({ outcome }) => outcome === 'failed'),
    );

    await rescind(ordered);

    expect((await connector.admin.settled(ordered.hireId)).state).toBe('withdrawn');
    expect(receiver.cases().find(({ hireId }) => hireId === ordered.hireId)).toMatchObject({ state: 'withdrawn' });
  });

  it('leaves the parked ones with it', async () => {
    await served(true);
    receiver.failNext(1, { status: 400 });
    const ordered = await order();
    await connector.admin.hireIn('parked', ordered.hireId);

    await rescind(ordered);

    expect(await connector.admin.settled(ordered.hireId)).toMatchObject({ state: 'withdrawn', reason: null });
  });
});

describe.each([
  ['built-in', false],
  ['webhook', true],
] as const)('a hire that changed, with the %s case system', (_name, webhook) => {
  beforeAll(() => served(webhook));
  const startOf = async (hireId: string): Promise<unknown> => {
    const held = webhook
      ? receiver.cases().find((one) => one.hireId === hireId)?.fields
      : (await connector.admin.caseOf(hireId)).fields;
    return (held as { job?: { start?: string } } | undefined)?.job?.start;
  };

  it('is read again and told to the case system, without a second case', async () => {
    const ordered = await order();
    const opened = await connector.admin.hireIn('delivered', ordered.hireId);
    connector.theirs().overwrite('people', ordered.candidate.personId, { startdate: '2031-09-01' });

    const answer = await hired(ordered);

    expect(answer).toMatchObject({ status: 200, body: { reference: ordered.hireId } });
    await until('the case knows', async () => (await startOf(ordered.hireId)) === '2031-09-01');
    const updated = await connector.admin.settled(ordered.hireId);
    expect(updated).toMatchObject({
      state: 'delivered',
      caseId: opened.caseId,
      fields: { job: { start: '2031-09-01' } },
    });
  });

  it('before its case was opened is opened as it is now', async () => {
    connector.theirs().faults.set({ kind: 'slow', ms: 300, method: 'POST' });
    const ordered = await order();
    connector.theirs().overwrite('people', ordered.candidate.personId, { startdate: '2031-10-01' });

    await hired(ordered);

    connector.theirs().faults.clear();
    await connector.admin.settled(ordered.hireId);
    expect(await startOf(ordered.hireId)).toBe('2031-10-01');
  });

  it('is ignored when it was never ordered', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');

    const answer = await connector.send(aMove(connector.theirs(), candidate, 'hired'));

    expect(answer).toMatchObject({ status: 200, body: { status: 'ignored' } });
  });
});

describe('a hire that changed after the answer to its opening was lost', () => {
  it('reaches the case that exists as it is now', async () => {
    await served(true);
    receiver.failAlways({ status: 502, worked: true });
    const ordered = await order();
    await until('the case exists unknown to us', () =>
      receiver.cases().some(({ hireId }) => hireId === ordered.hireId),
    );
    connector.theirs().overwrite('people', ordered.candidate.personId, { startdate: '2031-11-01' });
    await hired(ordered);

    receiver.failAlways(null);
    await hurry(connector.database);
    await connector.admin.hireIn('delivered', ordered.hireId);

    const cases = receiver.cases().filter(({ hireId }) => hireId === ordered.hireId);
    expect(cases).toMatchObject([{ fields: { job: { start: '2031-11-01' } } }]);
  });
});
