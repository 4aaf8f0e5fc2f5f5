import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IcimsAuth } from '../../src/platforms/platform.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { type Authentication } from '../support/send-event.ts';
import { writeBackEntries } from '../support/write-back-entries.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

const inbound: readonly Authentication[] = ['basic', 'hmac', 'oauth2'];

describe('an accepted offer becomes a case', () => {
  it.each(inbound.flatMap((authentication) => [true, false].map((gzip) => ({ authentication, gzip }))))(
    'sent by $authentication, gzip $gzip',
    async (sending) => {
      const candidate = connector.theirs().addCandidate('h1b-new-graduate');

      const answer = await connector.send(anOfferAccepted(connector.theirs(), candidate), sending);

      expect(answer).toMatchObject({ status: 200, body: { status: 'accepted' } });
      const hire = await connector.admin.hireIn('delivered', answer.body.reference);
      expect(hire).toMatchObject({
        workflowId: String(candidate.workflowId),
        personId: String(candidate.personId),
        jobId: String(candidate.jobId),
        packageId: 'IMM-H1B',
        visaCategory: 'H-1B',
        attempts: 0,
        reason: null,
      });
      expect(await connector.admin.caseOf(hire.id)).toMatchObject({
        hireId: hire.id,
        number: hire.caseId,
        state: 'open',
      });
      expect(writeBackEntries(connector.theirs(), candidate)).toMatchObject([
        {
          assessmentname: { value: 'Immigration: H-1B' },
          assessmentstatus: { id: 'D37002019003' },
          assessmenturl: hire.caseUrl,
          assessmentnotes: `Reference ${hire.id}, case ${hire.caseId ?? ''}`,
        },
      ]);
    },
  );

  it.each<IcimsAuth['type']>(['oauth2', 'hmac', 'basic'])('read from iCIMS by %s', async (type) => {
    const { api } = connector.theirs().credentials;
    const auth = {
      oauth2: aPlatform(connector.icims).icims.auth,
      hmac: { type: 'hmac', ...api.hmac },
      basic: { type: 'basic', ...api.basic },
    } satisfies Record<IcimsAuth['type'], IcimsAuth>;
    await connector.serve('9001', { icims: { ...aPlatform(connector.icims).icims, auth: auth[type] } });
    const candidate = connector.theirs().addCandidate('tn-canada');

    const answer = await connector.send(anOfferAccepted(connector.theirs(), candidate));

    await connector.admin.hireIn('delivered', answer.body.reference);
    expect(writeBackEntries(connector.theirs(), candidate)).toHaveLength(1);
  });

  it('takes an event whose ids are numbers and whose status carries its letter', async () => {
    const candidate = connector.theirs().addCandidate('e3');
    const { workflowId, personId, jobId } = candidate;
    const numbers = { systemId: workflowId, personId, jobId, newStatus: 'C20500', oldStatus: 20480 };

    const answer = await connector.send(anOfferAccepted(connector.theirs(), candidate, numbers));

    expect(await connector.admin.hireIn('delivered', answer.body.reference)).toMatchObject({
      workflowId: String(workflowId),
      visaCategory: 'E-3',
    });
  });

  it('takes keys that no version of iCIMS knows, and ids that are empty', async () => {
    const candidate = connector.theirs().addCandidate('tn-mexico');
    const odd = { tenure: { since: ['2031'] }, jobId: '', personId: null, userId: undefined, links: null };

    const answer = await connector.send(anOfferAccepted(connector.theirs(), candidate, odd));

    expect(await connector.admin.hireIn('delivered', answer.body.reference)).toMatchObject({
      personId: String(candidate.personId),
      jobId: String(candidate.jobId),
    });
  });

  it('answers the recruiter who moves the candidate, and leaves the candidate there', async () => {
    const candidate = connector.theirs().addCandidate('l1a');
    connector.theirs().connect({
      eventsUrl: `${connector.url}/icims/v1/events`,
      tokenUrl: `${connector.url}/oauth/token`,
    });

    const move = await connector
      .theirs()
      .moveToStatus({ type: 'applicantworkflows', id: candidate.workflowId }, 'C20500');

    expect(move).toMatchObject({ statusId: 'C20500', shown: { ok: true } });
    const [hire] = await connector.admin.hires({ workflowId: String(candidate.workflowId) });
    expect(await connector.admin.hireIn('delivered', hire?.id)).toMatchObject({ visaCategory: 'L-1A' });
  });

  it('keeps names of any script as they are', async () => {
    const candidate = connector.theirs().addCandidate('other-scripts');

    const answer = await connector.send(anOfferAccepted(connector.theirs(), candidate));

    const hire = await connector.admin.hireIn('delivered', answer.body.reference);
    const { fields } = await connector.admin.caseOf(hire.id);
    expect(fields).toMatchObject({ person: { given_name: '小雨', family_name: 'Ó’Dálaigh-欧阳' } });
  });

  it('reads no more than it needs: four profiles for the first of a location, three for the next', async () => {
    const [first, next] = [
      connector.theirs().addCandidate('h1b-transfer'),
      connector.theirs().addCandidate('h1b-transfer'),
    ];
    await connector.serve('9001', { writeBack: null });
    connector.theirs().calls.reset();

    await connector.send(anOfferAccepted(connector.theirs(), first));
    const readsOfFirst = connector.theirs().calls.counts().reads;
    connector.theirs().calls.reset();
    await connector.send(anOfferAccepted(connector.theirs(), next));

    expect(readsOfFirst).toEqual({ applicantworkflows: 1, people: 1, jobs: 1, companies: 1 });
    expect(connector.theirs().calls.counts().reads).toEqual({ applicantworkflows: 1, people: 1, jobs: 1 });
  });
});
