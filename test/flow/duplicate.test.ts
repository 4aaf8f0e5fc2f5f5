import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfferAccepted, anOfferRescinded } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { writeBackEntries } from '../support/write-back-entries.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

const aCandidate = () => connector.theirs().addCandidate('h1b-new-graduate');
const accepted = (candidate: ReturnType<typeof aCandidate>, changes = {}) =>
  anOfferAccepted(connector.theirs(), candidate, changes);

describe('the same order twice', () => {
  it('is refused and says that, when and as what the first was received', async () => {
    const candidate = aCandidate();
    const first = await connector.send(accepted(candidate));

    const second = await connector.send(accepted(candidate));

    expect(second).toMatchObject({ status: 400, code: 'DUPLICATE_REQUEST' });
    expect(second.body.error?.userMessage).toMatch(
      new RegExp(
        `already received on \\d{4}-\\d\\d-\\d\\d at \\d\\d:\\d\\d UTC \\(reference ${String(first.body.reference)}\\)`,
      ),
    );
    expect(await connector.admin.hires({ workflowId: String(candidate.workflowId) })).toHaveLength(1);
  });

  it('is refused too when it comes as another click: by another user, from another status', async () => {
    const candidate = aCandidate();
    await connector.send(accepted(candidate));

    const again = await connector.send(accepted(candidate, { userId: '99', oldStatus: '10107' }));

    expect(again).toMatchObject({ status: 400, code: 'DUPLICATE_REQUEST' });
  });

  it('costs iCIMS nothing when it is the same notification', async () => {
    const candidate = aCandidate();
    const first = await connector.send(accepted(candidate));
    await connector.admin.settled(first.body.reference);
    connector.theirs().calls.reset();

    await connector.send(accepted(candidate));

    expect(connector.theirs().calls.counts().calls).toBe(0);
  });

  it.each([
    ['notifications', () => ({})],
    [
      'orders by different users',
      (index: number) => ({ userId: String(1000 + index), oldStatus: String(10_000 + index) }),
    ],
  ])('fifty equal %s at once give exactly one 200, and one case', async (_what, changesOf) => {
    const candidate = aCandidate();

    const answers = await Promise.all(
      Array.from({ length: 50 }, (_one, index) => connector.send(accepted(candidate, changesOf(index)))),
    );

    const [winner, ...others] = answers.filter(({ status }) => status === 200);
    expect(others).toEqual([]);
    expect(answers.filter(({ status, code }) => status === 400 && code === 'DUPLICATE_REQUEST')).toHaveLength(49);
    const losers = answers.filter(({ status }) => status === 400);
    for (const { text } of losers) expect(text).toContain(String(winner?.body.reference));
    await connector.admin.hireIn('delivered', winner?.body.reference);
    const cases = await connector.admin.cases();
    expect(cases.filter(({ hireId }) => hireId === winner?.body.reference)).toHaveLength(1);
    expect(writeBackEntries(connector.theirs(), candidate)).toHaveLength(1);
  });

  it('of another workflow of the same person is an order of its own', async () => {
    const [one, other] = [aCandidate(), aCandidate()];
    const workflow = connector.theirs().profiles.find('applicantworkflows', one.workflowId);
    connector.theirs().overwrite('applicantworkflows', other.workflowId, {
      associatedprofile: workflow?.values['associatedprofile'],
    });

    const answers = [await connector.send(accepted(one)), await connector.send(accepted(other))];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('is accepted again after the offer was withdrawn, with a case of its own', async () => {
    const candidate = aCandidate();
    const first = await connector.send(accepted(candidate));
    await connector.admin.hireIn('delivered', first.body.reference);
    await connector.send(anOfferRescinded(connector.theirs(), candidate));

    const second = await connector.send(accepted(candidate));

    expect(second.status).toBe(200);
    const [withdrawn, renewed] = [
      await connector.admin.settled(first.body.reference),
      await connector.admin.hireIn('delivered', second.body.reference),
    ];
    expect(withdrawn.state).toBe('withdrawn');
    expect(renewed.caseId).not.toBe(withdrawn.caseId);
  });

  it.each(['completed', 'failed'] as const)('is accepted again after the case %s', async (state) => {
    const candidate = aCandidate();
    const first = await connector.send(accepted(candidate));
    await connector.admin.hireIn('delivered', first.body.reference);
    await connector.admin.post(`/api/v1/hires/${String(first.body.reference)}/case-state`, { state }).expect(202);

    const second = await connector.send(accepted(candidate));

    expect(second.status).toBe(200);
    expect(await connector.admin.hires({ workflowId: String(candidate.workflowId) })).toHaveLength(2);
  });
});
