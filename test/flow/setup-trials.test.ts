import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startCaseReceiver, type CaseReceiver } from '../support/case-receiver.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { somebody, type SignedIn } from '../support/people.ts';

type DryRun = components['schemas']['DryRun'];
type Preview = components['schemas']['MappingPreview']['items'][number];
type Mapping = components['schemas']['Mapping'];
type CaseSystemTest = components['schemas']['CaseSystemTest'];

let connector: TestConnector;
let receiver: CaseReceiver;
let admin: SignedIn;
let legal: SignedIn;
let mobility: SignedIn;
beforeAll(async () => {
  receiver = await startCaseReceiver();
  connector = await startConnector({
    platforms: { '9001': {}, '9002': {} },
    insecureHosts: [new URL(receiver.url).host],
  });
  const on = (role: 'admin' | 'legal' | 'mobility') =>
    somebody(connector, `${role}@example.com`, [{ customerId: '9001', role }]);
  [admin, legal, mobility] = [await on('admin'), await on('legal'), await on('mobility')];
});
afterAll(async () => {
  await connector.close();
  await receiver.close();
});
beforeEach(() => {
  connector.theirs().rights.set([]);
  connector.theirs().faults.clear();
});

const path = (rest: string, customerId = '9001') => `/api/v1/platforms/${customerId}/${rest}`;
const workflowOf = (situation: 'h1b-new-graduate' | 'h1b-transfer') =>
  String(connector.theirs().addCandidate(situation).workflowId);
const auditOf = async (action: string) => {
  const { body } = await connector.admin.get('/api/v1/audit?limit=200').expect(200);
  const { items } = body as { items: { action: string; actor: string; subject: string; detail: object }[] };
  return items.filter((entry) => entry.action === action);
};

describe('the dry run', () => {
  const run = async (body: object) => (await admin.call('post', path('dry-run'), body).expect(200)).body as DryRun;

  it('says what would be accepted: package, category, what may follow later, the entry in iCIMS', async () => {
    const result = await run({ workflowId: workflowOf('h1b-new-graduate') });

    const h1b = connector.theirs().employer.packages['H-1B'];
    expect(result).toMatchObject({
      ...{ action: 'open-case', outcome: 'accepted', status: 200, problems: [], caseSystem: 'built-in' },
      package: { visaCategory: 'H-1B', label: h1b.value },
      writeBack: { target: 'applicantworkflows', collection: 'assessmentresults' },
    });
    expect(result.writeBack?.values).toContainEqual({ field: 'assessmentname', value: h1b.value });
    expect(result.later.length).toBeGreaterThan(0);
  });

  it('of no status takes the first that opens a case by a change of status', async () => {
    const { triggers } = aPlatform(connector.icims);
    const [opening] = triggers.filter(({ action }) => action === 'open-case');
    const other = { eventType: 'SomeOtherEvent', newStatus: ['C1'], action: 'open-case' as const };
    await connector.serve('9001', { triggers: [other, ...triggers] });

    const result = await run({ workflowId: workflowOf('h1b-new-graduate') });
    await connector.serve('9001');

    expect(result).toMatchObject({ newStatus: opening?.newStatus[0], action: 'open-case', outcome: 'accepted' });
  });

  it('creates nothing: no event, no hire, no case, nothing in iCIMS', async () => {
    const before = [await connector.admin.hires(), await connector.admin.events(), await connector.admin.cases()];
    connector.theirs().calls.reset();

    await run({ workflowId: workflowOf('h1b-new-graduate') });

    expect([await connector.admin.hires(), await connector.admin.events(), await connector.admin.cases()]).toEqual(
      before,
    );
    expect(connector.theirs().calls.counts().writes).toEqual({});
  });

  it.each(['no-birth-date', 'many-gaps', 'unknown-package', 'several-packages', 'h1b-transfer'] as const)(
    'says of %s what a live event is answered',
    async (situation) => {
      const candidate = connector.theirs().addCandidate(situation);
      const tried = await run({ workflowId: String(candidate.workflowId) });

      const live = await connector.send(anOfferAccepted(connector.theirs(), candidate));

      expect(tried.status).toBe(live.status);
      if (live.status !== 200) {
        const { userMessage, debugErrorMessage } = (live.body as unknown as { error: Record<string, string> }).error;
        expect(tried).toMatchObject({ outcome: 'refused', sentence: userMessage });
        expect(debugErrorMessage?.split(' ')[0]).toBe(tried.code);
      }
    },
  );

  it('finds the request that is there already, and what a withdrawal would close', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    const { body } = await connector.send(anOfferAccepted(connector.theirs(), candidate));
    const workflowId = String(candidate.workflowId);

    const again = await run({ workflowId });
    expect(again).toMatchObject({ outcome: 'duplicate', status: 400, code: 'DUPLICATE_REQUEST' });
    expect(again.earlier?.id).toBe(body.reference);

    const { offerRescinded } = connector.theirs().employer.statuses;
    const withdrawn = await run({ workflowId, newStatus: offerRescinded.id });
    expect(withdrawn).toMatchObject({ action: 'withdraw-case', outcome: 'accepted', earlier: { id: body.reference } });
    expect((await connector.admin.hire(body.reference ?? '')).state).not.toBe('withdrawn');
  });

  it('says that a visa category is not rolled out yet', async () => {
    await connector.serve('9001', { enabledCategories: ['TN'] });

    expect(await run({ workflowId: workflowOf('h1b-new-graduate') })).toMatchObject({
      outcome: 'ignored',
      sentence: expect.stringMatching(/H-1B is not enabled/),
    });
    await connector.serve('9001');
  });

  it('says that a status is no trigger', async () => {
    expect(await run({ workflowId: workflowOf('h1b-new-graduate'), newStatus: 'C1' })).toMatchObject({
      action: null,
      outcome: 'ignored',
      sentence: 'No trigger names status C1.',
    });
  });

  it.each([
    ['a workflow that is not there', 500, []],
    ['an iCIMS that is down', 503, [{ kind: 'error-503' }]],
  ] as const)('takes %s for a finding', async (_what, status, faults) => {
    connector.theirs().faults.set(...faults);

    expect(await run({ workflowId: '1' })).toMatchObject({ outcome: 'failed', status, package: null });
  });

  it('is audited as a reading, tells no value of the person, and is not for another platform', async () => {
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    const { lastname } = connector.theirs().profiles.find('people', candidate.personId)?.values ?? {};
    const result = await run({ workflowId: String(candidate.workflowId) });

    expect(JSON.stringify(result)).not.toContain(String(lastname));
    expect(await auditOf('workflow.read')).toContainEqual(
      expect.objectContaining({ actor: 'admin@example.com', subject: String(candidate.workflowId) }),
    );
    await admin.call('post', path('dry-run', '9002'), { workflowId: '1' }).expect(404);
  });
});

describe('the preview of a mapping', () => {
  const preview = async (who: SignedIn, body: object): Promise<Preview[]> =>
    ((await who.call('post', path('mapping/preview'), body).expect(200)).body as { items: Preview[] }).items;
  const stepOf = (items: readonly Preview[], key: string) => items.find((item) => item.key === key);
  const custom = (key: 'passportNumber'): string => connector.theirs().employer.customFields[key].id;

  it('shows what is read, what becomes of it and what is wrong, of rows that are not saved', async () => {
    const workflowId = workflowOf('h1b-new-graduate');
    const mapping: Mapping[] = [{ to: 'job.hours', from: 'job.jobtitle' }];

    const items = await preview(admin, { workflowId, mapping });

    expect(stepOf(items, 'job.hours')).toMatchObject({ outcome: 'unusable', wanted: expect.any(String) });
    expect(stepOf(items, 'person.family_name')).toMatchObject({ outcome: 'mapped', masked: false });
    expect(stepOf(items, 'person.family_name')?.read[0]).toEqual(stepOf(items, 'person.family_name')?.converted[0]);
    expect(stepOf(items, 'person.middle_name')).toMatchObject({ from: 'person.middlename' });
  });

  it('masks what is sensitive, also when it is mapped to a key that is not', async () => {
    const workflowId = workflowOf('h1b-transfer');
    const mapping: Mapping[] = [{ to: 'person.native_name', from: `person.${custom('passportNumber')}` }];

    const items = await preview(admin, { workflowId, mapping });

    for (const key of ['person.date_of_birth', 'person.native_name'])
      expect(stepOf(items, key)).toMatchObject({ masked: true, read: ['•••'] });
  });

  it('reveals a named key to whoever may, with an audit entry without the value', async () => {
    const workflowId = workflowOf('h1b-new-graduate');
    const wish = { workflowId, mapping: [], reveal: ['person.date_of_birth'] };
    await admin.call('post', path('mapping/preview'), wish).expect(403);
    await legal.call('post', path('mapping/preview'), wish).expect(403);

    const step = stepOf(await preview(mobility, wish), 'person.date_of_birth');

    expect(step).toMatchObject({ masked: false, converted: [expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)] });
    const entries = (await auditOf('field.revealed')).filter(({ subject }) => subject === workflowId);
    expect(entries).toEqual([expect.objectContaining({ detail: { key: 'person.date_of_birth' } })]);
    expect(JSON.stringify(entries)).not.toContain(step?.converted[0]);
  });

  it('names the fault of a row', async () => {
    const wish = { workflowId: '1', mapping: [{ to: 'person.nonsense', from: 'person.firstname' }] };

    const { body } = await admin.call('post', path('mapping/preview'), wish).expect(400);

    expect(body).toMatchObject({ errors: [{ pointer: '/mapping/0/to' }] });
  });

  it('is a clear problem when the workflow is not there, and not for another platform', async () => {
    const { body } = await admin.call('post', path('mapping/preview'), { workflowId: '1', mapping: [] }).expect(502);
    expect(body).toMatchObject({ code: 'ICIMS_NOT_FOUND' });
    await admin.call('post', path('mapping/preview', '9002'), { workflowId: '1', mapping: [] }).expect(404);
  });
});

describe('suggestions', () => {
  it('find the fields of the customer by their labels', async () => {
    const { body } = await admin.call('get', path('mapping/suggestions')).expect(200);

    const { items } = body as components['schemas']['MappingSuggestions'];
    const { customFields } = connector.theirs().employer;
    const best = (key: string) => items.find(({ to }) => to === key)?.from;
    expect(best('passport.number')).toBe(`person.${customFields.passportNumber.id}`);
    expect(best('person.citizenships')).toBe(`person.${customFields.citizenships.id}`);
    expect(best('job.soc')).toBe(`job.${customFields.soc.id}`);
    expect(best('person.date_of_birth')).toBe('person.birthdate');
  });
});

describe('the test of the case system', () => {
  const serveWebhook = (changes: object = {}) =>
    connector.serve('9001', {
      caseSystem: { type: 'webhook', url: receiver.url, secret: receiver.secret, ...changes },
    });
  const test = async () => (await admin.call('post', path('case-system-test')).expect(200)).body as CaseSystemTest;

  it('says that the built-in one is ready', async () => {
    await connector.serve('9001');
    expect(await test()).toMatchObject({ type: 'built-in', ok: true, status: null });
  });

  it('sends a signed test message that opens nothing', async () => {
    await serveWebhook();

    expect(await test()).toMatchObject({ type: 'webhook', ok: true, status: 204 });
    expect(receiver.requests().at(-1)?.event).toMatchObject({ type: 'ping', data: { customerId: '9001' } });
    expect(receiver.cases()).toEqual([]);
  });

  it('says that the secret is wrong, without telling it', async () => {
    await serveWebhook({ secret: 'whsec_d3Jvbmc=' });

    const result = await test();

    expect(result).toMatchObject({ ok: false, status: 401, sentence: expect.stringMatching(/secret/) });
    expect(JSON.stringify(result)).not.toContain('d3Jvbmc');
  });

  it.each([
    [404, false, /Check the URL/],
    [302, false, /redirects/],
    [422, true, /does not know test messages/],
    [503, false, /Try again later/],
  ] as const)('says what %s means', async (status, ok, sentence) => {
    await serveWebhook();
    receiver.failNext(1, { status });

    expect(await test()).toMatchObject({ ok, status, sentence: expect.stringMatching(sentence) });
  });

  it('says that nobody answers', async () => {
    await serveWebhook();
    receiver.failNext(1, { hangUp: true });

    expect(await test()).toMatchObject({ ok: false, status: null });
    await connector.serve('9001');
  });

  it('is not for another platform', async () => {
    await admin.call('post', path('case-system-test', '9002')).expect(404);
  });
});
