import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': { enabledCategories: ['TN'] } } });
});
afterAll(() => connector.close());

const send = (situation: Parameters<ReturnType<TestConnector['theirs']>['addCandidate']>[0]) => {
  const theirs = connector.theirs();
  return connector.send(anOfferAccepted(theirs, theirs.addCandidate(situation)));
};

describe('a platform that is rolled out category by category', () => {
  it('keeps the event of another category as ignored, says why, and opens nothing', async () => {
    const answer = await send('h1b-new-graduate');

    expect(answer).toMatchObject({ status: 200, body: { status: 'ignored' } });
    const [event] = await connector.admin.events();
    expect(event).toMatchObject({
      outcome: 'ignored',
      reason: expect.stringMatching(/^Visa category H-1B is not enabled/),
    });
    expect(await connector.admin.hires()).toEqual([]);
  });

  it('opens the case once the category is enabled and the candidate is moved again', async () => {
    await connector.serve('9001', { enabledCategories: ['TN', 'H-1B'] });

    const answer = await send('h1b-new-graduate');

    expect(answer).toMatchObject({ status: 200, body: { status: 'accepted' } });
    await connector.admin.hireIn('delivered', answer.body.reference);
  });

  it('refuses a category that is none, and to be enabled for none of its packages', async () => {
    const put = (enabledCategories: string[]) =>
      connector.admin.put('/api/v1/platforms/9001', aPlatform(connector.icims, '9001', { enabledCategories }));

    expect((await put(['TN', 'H-1Z'])).text).toContain('/enabledCategories/1');
    expect((await put(['EB-1A'])).text).toContain('No visa category of the packages is enabled');
  });
});
