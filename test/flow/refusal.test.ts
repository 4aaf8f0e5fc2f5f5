import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SituationKey } from '../../src/sandbox/seed/situations.ts';
import { whatIcimsShows } from '../../src/sandbox/events/what-icims-shows.ts';
import { aMove, anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { queryDatabase } from '../support/query-database.ts';
import { type Answer } from '../support/send-event.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

const ordered = (situation: SituationKey): Promise<Answer> =>
  connector.send(anOfferAccepted(connector.theirs(), connector.theirs().addCandidate(situation)));
const referenceOf = ({ body }: Answer): string =>
  /ref=([0-9a-f-]{36})$/.exec(body.error?.debugErrorMessage ?? '')?.[1] ?? '';

describe('an event that asks for nothing', () => {
  it('is answered 200 and kept as ignored when no trigger names its status', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    connector.theirs().calls.reset();

    const answer = await connector.send(aMove(connector.theirs(), candidate, 'interview'));

    expect(answer).toMatchObject({
      status: 200,
      body: { status: 'ignored', reason: 'No trigger names status 20480.' },
    });
    const [event] = await connector.admin.events({ outcome: 'ignored' });
    expect(event).toMatchObject({ workflowId: String(candidate.workflowId), newStatus: '20480', hireId: null });
    expect(connector.theirs().calls.counts().calls).toBe(0);
  });

  it.each([['a withdrawal', 'offerRescinded' as const]])(
    'is ignored when it is %s of nothing',
    async (_what, status) => {
      const candidate = connector.theirs().addCandidate('h1b-new-graduate');

      const answer = await connector.send(aMove(connector.theirs(), candidate, status));

      expect(answer).toMatchObject({ status: 200, body: { status: 'ignored' } });
    },
  );

  it('is ignored when the candidate has been withdrawn by the time it is read', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    const event = anOfferAccepted(connector.theirs(), candidate);
    const { offerRescinded } = connector.theirs().employer.statuses;
    connector.theirs().overwrite('applicantworkflows', candidate.workflowId, { status: offerRescinded });

    expect(await connector.send(event)).toMatchObject({ status: 200, body: { status: 'ignored' } });
    expect(await connector.admin.hires({ workflowId: String(candidate.workflowId) })).toEqual([]);
  });
});

describe('an event that cannot be served here', () => {
  it('of a type that is not enabled is refused with a sentence for the admin', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    const event = anOfferAccepted(connector.theirs(), candidate, { eventType: 'OnboardPortalTaskEvent' });

    const answer = await connector.send(event);

    expect(answer).toMatchObject({ status: 400, code: 'EVENT_NOT_ENABLED' });
    expect(answer.body.error?.userMessage).toContain('OnboardPortalTaskEvent');
  });

  it('without a new status is refused as malformed', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');

    const answer = await connector.send(anOfferAccepted(connector.theirs(), candidate, { newStatus: undefined }));

    expect(answer).toMatchObject({ status: 400, code: 'INVALID_EVENT' });
  });
});

describe('an order that the recruiter must complete', () => {
  it.each<[SituationKey, string, RegExp]>([
    ['unknown-package', 'UNKNOWN_PACKAGE', /\{\{job\.assessmenttype\}\}/],
    ['several-packages', 'SEVERAL_PACKAGES', /\{\{job\.assessmenttype\}\}/],
    ['no-birth-date', 'MISSING_FIELDS', /fill in \{\{person\.birthdate\}\}/],
    ['no-job-location', 'MISSING_FIELDS', /fill in \{\{job\.joblocation\}\}/],
  ])('%s is refused as %s, the field named by its placeholder', async (situation, code, sentence) => {
    const answer = await ordered(situation);

    expect(answer).toMatchObject({ status: 400, code });
    expect(answer.body.error?.userMessage).toMatch(sentence);
    const answered = { status: answer.status, body: answer.text, location: null, ms: 0, sentHeaders: {} };
    expect(whatIcimsShows(answered, connector.theirs().profiles.fields).text).not.toContain('{{');
  });

  it('names all that is missing in one answer, custom fields by their id', async () => {
    const answer = await ordered('many-gaps');

    const { citizenships, soc } = connector.theirs().employer.customFields;
    const wanted = [
      '{{person.birthdate}}',
      '{{person.startdate}}',
      `{{person.${citizenships.id}}}`,
      `{{job.${soc.id}}}`,
    ];
    for (const placeholder of wanted) expect(answer.body.error?.userMessage).toContain(placeholder);
  });

  it.each([
    ['a birth date in the future', 'people', { birthdate: '2999-01-01' }, '{{person.birthdate}}'],
    ['a birth date that is no day', 'people', { birthdate: '1990-02-31' }, '{{person.birthdate}}'],
    ['a start date that is no date', 'people', { startdate: 'soon' }, '{{person.startdate}}'],
    ['a country that is none', 'people', { COUNTRY: { id: 'C99', value: 'Atlantis' } }, 'COUNTRY'],
    ['a SOC code that is none', 'jobs', { SOC: 'engineer' }, 'SOC'],
  ] as const)('%s is named with what is wanted, and its value is not', async (_what, profile, values, placeholder) => {
    const theirs = connector.theirs();
    const candidate = theirs.addCandidate('h1b-new-graduate');
    const { soc, birthCountry } = theirs.employer.customFields;
    const names: Readonly<Record<string, string>> = { SOC: soc.id, COUNTRY: birthCountry.id };
    const own = Object.fromEntries(Object.entries(values).map(([name, value]) => [names[name] ?? name, value]));
    const id = profile === 'jobs' ? candidate.jobId : candidate.personId;
    const before = { ...theirs.read(profile, id) };
    theirs.overwrite(profile, id, own);

    const answer = await connector.send(anOfferAccepted(theirs, candidate));

    theirs.overwrite(profile, id, before);
    expect(answer).toMatchObject({ status: 400, code: 'MISSING_FIELDS' });
    const named = placeholder.replace('SOC', `{{job.${soc.id}}}`).replace('COUNTRY', `{{person.${birthCountry.id}}}`);
    expect(answer.body.error?.userMessage).toContain(`${named} must be`);
    expect(answer.text).not.toMatch(/2999|Atlantis|engineer|soon|02-31/);
  });

  it('is accepted once the field is filled in', async () => {
    const candidate = connector.theirs().addCandidate('no-birth-date');
    await connector.send(anOfferAccepted(connector.theirs(), candidate));
    connector.theirs().overwrite('people', candidate.personId, { birthdate: '1996-02-29' });

    const answer = await connector.send(anOfferAccepted(connector.theirs(), candidate));

    expect(await connector.admin.hireIn('delivered', answer.body.reference)).toMatchObject({
      fields: { person: { date_of_birth: '1996-02-29' } },
    });
  });

  it('is found by the reference of its answer, without a word about the person', async () => {
    const candidate = connector.theirs().addCandidate('no-birth-date');
    const event = anOfferAccepted(connector.theirs(), candidate, { note: 'Canary Larteyfio 900-55-1234' });

    const answer = await connector.send(event);

    const { body } = await connector.admin.get(`/api/v1/events/${referenceOf(answer)}`).expect(200);
    expect(body).toMatchObject({ outcome: 'refused', code: 'MISSING_FIELDS', workflowId: event['systemId'] });
    const rows = await queryDatabase<{ row: string; body_sealed: Buffer | null }>(
      connector.database,
      'SELECT events::text AS row, body_sealed FROM events WHERE id = $1',
      [referenceOf(answer)],
    );
    expect(rows).toMatchObject([{ body_sealed: null }]);
    expect(rows[0]?.row).not.toMatch(/Canary|Larteyfio|900-55|Kwabena|candidate\./);
  });
});
