import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOfferAccepted, anOfferRescinded } from '../support/an-offer-accepted.ts';
import { type CaseReceiver, startCaseReceiver } from '../support/case-receiver.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';

let receiver: CaseReceiver;
let connector: TestConnector;
beforeAll(async () => {
  receiver = await startCaseReceiver();
  connector = await startConnector({ insecureHosts: [new URL(receiver.url).host] });
});
beforeAll(() =>
  connector.serve('9001', { caseSystem: { type: 'webhook', url: receiver.url, secret: receiver.secret } }),
);
afterAll(async () => {
  await connector.close();
  await receiver.close();
});

const order = async () => {
  const candidate = connector.theirs().addCandidate('h1b-new-graduate');
  const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidate));
  return { candidate, hireId: String(body.reference) };
};

describe('a platform whose case system was changed', () => {
  it('does not tell the new one about a case of the old one, and says who must act', async () => {
    const ordered = await order();
    await connector.admin.hireIn('delivered', ordered.hireId);
    await connector.serve('9001', { caseSystem: { type: 'built-in' } });

    await connector.send(anOfferRescinded(connector.theirs(), ordered.candidate));

    const hire = await connector.admin.hireIn('parked', ordered.hireId);
    expect(hire.reason).toMatchObject({ code: 'CASE_SYSTEM_CHANGED' });
    expect((await connector.admin.cases()).filter(({ hireId }) => hireId === ordered.hireId)).toEqual([]);
  });
});
