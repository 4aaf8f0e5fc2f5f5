import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { somebody, type SignedIn } from '../support/people.ts';

type ConnectionTest = components['schemas']['ConnectionTest'];
type Setup = components['schemas']['Setup'];

let connector: TestConnector;
let admin: SignedIn;
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
  admin = await somebody(connector, 'admin@example.com', [{ customerId: '9001', role: 'admin' }]);
});
afterAll(() => connector.close());
beforeEach(() => {
  connector.theirs().rights.set([]);
  connector.theirs().faults.clear();
});

const path = (rest: string, customerId = '9001') => `/api/v1/platforms/${customerId}/${rest}`;
/** A new version of the document, so that nothing that was kept before is answered. */
const touch = () => connector.serve('9001');

describe('the connection test', () => {
  const test = async (body: object = {}) =>
    (await admin.call('post', path('connection-test'), body).expect(200)).body as ConnectionTest;
  const fieldOf = ({ fields }: ConnectionTest, profile: string, field: string) =>
    fields.find((each) => each.profile === profile && each.field === field);

  it('says of every field what is seen, by the label that the customer knows', async () => {
    const { workflowId } = connector.theirs().candidate('h1b-new-graduate');

    const result = await test({ workflowId: String(workflowId) });

    expect(result.ok).toBe(true);
    expect(fieldOf(result, 'people', 'birthdate')).toMatchObject({
      label: 'Date of Birth',
      state: 'readable',
      mend: null,
    });
    expect(fieldOf(result, 'applicantworkflows', 'assessmentresults.assessmentstatus')).toMatchObject({
      access: 'read-write',
      state: 'readable',
    });
    expect(result.allowance.remaining).toBeLessThan(result.allowance.limit);
  });

  it('tells a field that every platform has from one that may not exist, and how either is mended', async () => {
    const custom = connector.theirs().employer.customFields.citizenships.id;
    connector.theirs().rights.hide('people.birthdate', `people.${custom}`, 'applicantworkflows.assessmentresults');

    const result = await test();

    expect(fieldOf(result, 'people', 'birthdate')).toMatchObject({
      state: 'not-permitted',
      mend: expect.stringMatching(/view birthdate on Person/),
    });
    expect(fieldOf(result, 'people', custom)).toMatchObject({
      state: 'missing',
      mend: expect.stringMatching(/field mapping/),
    });
    expect(result.checks.find(({ name }) => name === 'write-back')).toMatchObject({ ok: false });
  });

  it('tells a field that is empty on the record from one that is not seen', async () => {
    const { workflowId } = connector.theirs().candidate('no-birth-date');

    const result = await test({ workflowId: String(workflowId) });

    expect(fieldOf(result, 'people', 'birthdate')).toMatchObject({ state: 'empty' });
  });

  it('holds no value of anybody', async () => {
    const { workflowId, personId } = connector.theirs().candidate('h1b-new-graduate');
    const { email } = connector.theirs().profiles.find('people', personId)?.values ?? {};

    expect(email).toMatch(/@example/);
    expect(JSON.stringify(await test({ workflowId: String(workflowId) }))).not.toContain(String(email));
  });

  it('is kept, with when and by whom, and opens or closes its step of the path', async () => {
    const stepOf = async () =>
      ((await admin.call('get', path('setup')).expect(200)).body as Setup).steps.find(
        ({ id }) => id === 'connection-test',
      );
    connector.theirs().rights.hide('people.birthdate');
    await test();
    expect(await stepOf()).toMatchObject({ state: 'open' });
    connector.theirs().rights.set([]);
    const mended = await test();

    const { body } = await admin.call('get', path('connection-test')).expect(200);

    expect(body).toEqual({ last: mended });
    expect(mended).toMatchObject({ ok: true, testedBy: 'admin@example.com' });
    expect(await stepOf()).toMatchObject({ state: 'done' });
  });

  it('was never made on another platform, whose own is not told to an admin of this one', async () => {
    expect((await connector.admin.get(path('connection-test', '9002')).expect(200)).body).toEqual({ last: null });
    await admin.call('get', path('connection-test', '9002')).expect(404);
    await admin.call('post', path('connection-test', '9002'), {}).expect(404);
  });
});

describe('what can be chosen', () => {
  interface Nodes {
    readonly list: string | null;
    readonly items: readonly { id: string; label: string | null }[];
  }
  const read = async (rest: string) => (await admin.call('get', path(`icims/${rest}`)).expect(200)).body as Nodes;

  it('are the statuses of the platform itself', async () => {
    const { items } = await read('statuses');

    const { offerAccepted } = connector.theirs().employer.statuses;
    expect(items).toContainEqual({ id: offerAccepted.id, label: offerAccepted.value });
  });

  it('are the nodes of a list field, and of one within a collection', async () => {
    const { items } = await read('nodes?profile=jobs&field=assessmenttype');
    const ids = Object.values(connector.theirs().employer.packages).map(({ id }) => id);
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));

    const statuses = await read('nodes?profile=applicantworkflows&field=assessmentresults.assessmentstatus');
    expect(statuses.items).toContainEqual({ id: 'D37002019004', label: 'Sent' });
  });

  it('are none where iCIMS tells no list', async () => {
    expect(await read('nodes?profile=people&field=firstname')).toEqual({ list: null, items: [] });
    expect(await read('nodes?profile=people&field=nosuchfield')).toEqual({ list: null, items: [] });
  });

  it('are the fields that the API user sees, under the labels of the customer', async () => {
    const { body } = await admin.call('get', path('icims/fields?profile=people')).expect(200);

    const { id, label } = connector.theirs().employer.customFields.sponsorship;
    expect((body as { items: unknown[] }).items).toContainEqual(
      expect.objectContaining({ id, label, shape: 'node', fields: [] }),
    );
  });

  it('are asked for once, and anew after the document changed', async () => {
    await touch();
    connector.theirs().calls.reset();
    await Promise.all([read('statuses'), read('statuses')]);
    await read('statuses');
    expect(
      connector
        .theirs()
        .calls.list()
        .filter(({ area }) => area !== 'token'),
    ).toHaveLength(2);

    await touch();
    await read('statuses');
    expect(
      connector
        .theirs()
        .calls.list()
        .filter(({ area }) => area !== 'token'),
    ).toHaveLength(4);
  });

  it('leave the reserve of the daily allowance to live traffic', async () => {
    await touch();
    connector.theirs().allowance.use(9_000);
    await admin.call('post', path('connection-test'), {}).expect(200);

    const { body } = await admin.call('get', path('icims/statuses')).expect(503);

    expect(body).toMatchObject({
      code: 'ICIMS_ALLOWANCE_USED',
      detail: expect.stringMatching(/begin anew at 00:00 UTC/),
    });
    connector.theirs().allowance.use(0);
    await admin.call('post', path('connection-test'), {}).expect(200);
    await admin.call('get', path('icims/statuses')).expect(200);
  });

  it('are a clear problem when iCIMS is down, and are asked for again', async () => {
    await touch();
    connector.theirs().faults.set({ kind: 'error-503', retryAfterSeconds: 42 });

    const { body, headers } = await admin.call('get', path('icims/statuses')).expect(503);

    expect(body).toMatchObject({ code: 'ICIMS_UNAVAILABLE' });
    expect(headers['retry-after']).toBe('42');
    connector.theirs().faults.clear();
    await admin.call('get', path('icims/statuses')).expect(200);
  });

  it.each([
    ['the profile type is hidden', 'ICIMS_NOT_FOUND', () => connector.theirs().rights.hide('applicantworkflows')],
    ['the credential is refused', 'ICIMS_ACCESS', () => connector.theirs().faults.set({ kind: 'error-401' })],
  ] as const)('are a clear problem when %s', async (_what, code, spoil) => {
    await touch();
    spoil();

    const { body } = await admin.call('get', path('icims/statuses')).expect(502);

    expect(body).toMatchObject({ code, title: 'iCIMS refused', detail: expect.stringMatching(/API user|client/) });
  });

  it('are not told of another platform', async () => {
    for (const rest of ['statuses', 'nodes?profile=jobs&field=assessmenttype', 'fields?profile=jobs'])
      await admin.call('get', path(`icims/${rest}`, '9002')).expect(404);
  });
});
