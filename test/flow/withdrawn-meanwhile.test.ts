import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfferAccepted, anOfferRescinded } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { until } from '../support/until.ts';

let connector: TestConnector;
beforeAll(async () => (connector = await startConnector()));
afterAll(() => connector.close());
afterEach(() => connector.theirs().faults.clear());

const hiresOf = async (workflowId: number) =>
  (await connector.admin.hires()).filter((hire) => hire.workflowId === String(workflowId));

describe('an offer that is withdrawn while it is being screened', () => {
  it('is not accepted afterwards', async () => {
    const platform = connector.theirs();
    const candidate = platform.addCandidate('h1b-new-graduate');
    platform.faults.set({ kind: 'slow', on: 'jobs', ms: 1500 });

    const opening = connector.send(anOfferAccepted(platform, candidate));
    const isRead = () =>
      platform.calls.list().some(({ path }) => path.includes(`applicantworkflows/${candidate.workflowId}`));
    await until('the screening has begun', isRead);
    const withdrawal = await connector.send(anOfferRescinded(platform, candidate));

    expect(withdrawal.body).toMatchObject({ status: 'ignored' });
    expect((await opening).body).toMatchObject({ status: 'ignored', reason: expect.stringMatching(/withdrawn while/) });
    expect(await hiresOf(candidate.workflowId)).toEqual([]);
  });

  it('is accepted when it is ordered again after that', async () => {
    const platform = connector.theirs();
    const candidate = platform.addCandidate('h1b-new-graduate');
    await connector.send(anOfferRescinded(platform, candidate));

    const again = await connector.send(anOfferAccepted(platform, candidate));

    expect(again.body).toMatchObject({ status: 'accepted' });
  });
});

describe('a late withdrawal', () => {
  it('does not close what was ordered since, as iCIMS shows', async () => {
    const platform = connector.theirs();
    const candidate = platform.addCandidate('h1b-new-graduate');
    await connector.send(anOfferAccepted(platform, candidate));
    const { offerAccepted } = platform.employer.statuses;
    platform.overwrite('applicantworkflows', candidate.workflowId, { status: offerAccepted });

    const late = await connector.send(anOfferRescinded(platform, candidate));

    expect(late.body).toMatchObject({ status: 'ignored', reason: expect.stringMatching(/moved on/) });
    expect(await hiresOf(candidate.workflowId)).not.toMatchObject([{ state: 'withdrawn' }]);
  });
});
