import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkHeader } from '../../src/sandbox/events/status-change-event.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

const twoPeople = () => ({
  candidate: connector.theirs().addCandidate('h1b-new-graduate'),
  somebodyElse: connector.theirs().addCandidate('one-name'),
});
const linkTo = (path: string): string => `${connector.theirs().url}/${path}`;

describe('an event that does not name its person well', () => {
  it('opens the case of the person on the workflow when personId and the person link disagree', async () => {
    const { candidate, somebodyElse } = twoPeople();
    const sample = {
      systemId: String(candidate.workflowId),
      eventType: 'WorkFlowStatusChangeEvent',
      customerId: '9001',
      oldStatus: '20480',
      newStatus: '20500',
      jobId: String(candidate.jobId),
      personId: String(somebodyElse.personId),
      userId: '88',
      links: [
        {
          rel: 'applicantWorkflow',
          title: 'Applicant Workflow',
          url: linkTo(`applicantworkflows/${candidate.workflowId}`),
        },
        { rel: 'job', title: 'Job Profile', url: linkTo(`jobs/${candidate.jobId}`) },
        { rel: 'person', title: 'Person Profile', url: linkTo(`people/${candidate.personId}`) },
      ],
    };

    const answer = await connector.send(sample);

    expect(await connector.admin.hireIn('delivered', answer.body.reference)).toMatchObject({
      personId: String(candidate.personId),
      fields: { person: { family_name: 'Vantalore' } },
    });
  });

  it('opens the case of the person on the workflow when both name somebody else', async () => {
    const { candidate, somebodyElse } = twoPeople();
    const theirs = connector.theirs();

    const answer = await connector.send(
      anOfferAccepted(theirs, candidate, {
        personId: String(somebodyElse.personId),
        links: [{ rel: 'person', title: 'Person Profile', url: linkTo(`people/${somebodyElse.personId}`) }],
      }),
    );

    expect(await connector.admin.hireIn('delivered', answer.body.reference)).toMatchObject({
      personId: String(candidate.personId),
      fields: { person: { family_name: 'Vantalore' } },
    });
  });

  it('takes the links of the Link header when the body has none', async () => {
    const { candidate } = twoPeople();
    const event = anOfferAccepted(connector.theirs(), candidate);
    const bare = anOfferAccepted(connector.theirs(), candidate, {
      links: undefined,
      personId: undefined,
      jobId: undefined,
    });

    const answer = await connector.send(bare, { headers: { link: linkHeader(event) ?? '' } });

    expect(await connector.admin.hireIn('delivered', answer.body.reference)).toMatchObject({
      personId: String(candidate.personId),
      jobId: String(candidate.jobId),
    });
  });

  it.each([
    ['another host', 'https://evil.example.com/customers/9001'],
    ['an address inside', 'http://169.254.169.254/customers/9001'],
    ['another customer', 'CUSTOMER'],
  ])('never follows a link to %s', async (_where, base) => {
    const { candidate, somebodyElse } = twoPeople();
    const elsewhere = base === 'CUSTOMER' ? connector.theirs('9002').url : base;
    connector.theirs('9002').calls.reset();

    const answer = await connector.send(
      anOfferAccepted(connector.theirs(), candidate, {
        personId: undefined,
        links: [
          { rel: 'person', title: 'Person Profile', url: `${elsewhere}/people/${somebodyElse.personId}` },
          { rel: 'applicantWorkflow', title: 'Workflow', url: `${elsewhere}/applicantworkflows/1` },
        ],
      }),
    );

    const hire = await connector.admin.hireIn('delivered', answer.body.reference);
    expect(hire.personId).toBe(String(candidate.personId));
    expect(connector.theirs('9002').calls.counts().calls).toBe(0);
  });
});

describe('an onboarding workflow', () => {
  const onboarding = (workflowId: number | undefined, jobId?: number) => ({
    systemId: String(workflowId),
    eventType: 'WorkFlowStatusChangeEvent',
    customerId: '9001',
    newStatus: '20500',
    links: [
      { rel: 'onboardWorkflow', title: 'Onboarding Workflow', url: linkTo(`onboardworkflows/${String(workflowId)}`) },
      ...(jobId === undefined ? [] : [{ rel: 'job', title: 'Job Profile', url: linkTo(`jobs/${jobId}`) }]),
    ],
  });

  it('leads to a case from its own job field, and leaves recruiting workflows alone', async () => {
    const candidate = connector.theirs().candidate('h1b-transfer');

    const answer = await connector.send(onboarding(candidate.onboardWorkflowId));

    expect(await connector.admin.hireIn('delivered', answer.body.reference)).toMatchObject({
      workflowId: String(candidate.onboardWorkflowId),
      personId: String(candidate.personId),
      jobId: String(candidate.jobId),
      visaCategory: 'H-1B transfer',
    });
  });

  it('without a job names the package field that it lacks', async () => {
    const candidate = connector.theirs().candidate('e3');

    const answer = await connector.send(onboarding(candidate.onboardWorkflowId));

    expect(answer).toMatchObject({ status: 400, code: 'UNKNOWN_PACKAGE' });
    expect(answer.body.error?.userMessage).toContain('{{job.assessmenttype}}');
  });
});
