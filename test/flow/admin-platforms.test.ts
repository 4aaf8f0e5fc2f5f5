import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PlatformDocument } from '../../src/platforms/platform.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly problem: string }[];
}

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector({ platforms: {} });
  await connector.consent('9001');
});
afterAll(() => connector.close());

const path = '/api/v1/platforms/9001';
const document = (changes: Partial<PlatformDocument> = {}): PlatformDocument =>
  aPlatform(connector.icims, '9001', changes);
const put = (body: object) => connector.admin.put(path, body);
const pointers = ({ body }: { body: unknown }) => (body as Problem).errors?.map(({ pointer }) => pointer) ?? [];

describe('the platform document', () => {
  it('comes back as it was put, its secrets masked, with its version', async () => {
    const created = await put(document()).expect(201);
    const replaced = await put(document({ name: 'Renamed' })).expect(200);
    const read = await connector.admin.get(path).expect(200);

    expect([created.headers['etag'], replaced.headers['etag'], read.headers['etag']]).toEqual(['"1"', '"2"', '"2"']);
    const { icims, inbound, ...rest } = document({ name: 'Renamed' });
    expect(read.body).toMatchObject(rest);
    expect(read.body).toMatchObject({
      icims: { ...icims, auth: { ...icims.auth, clientSecret: '***' } },
      inbound: { hmac: { key: '***' }, basic: { password: '***' }, oauth2: { clientSecret: '***' } },
    });
    expect(read.text).not.toContain('simulated-');
    expect(JSON.stringify(inbound)).toContain('simulated-');
  });

  it('keeps a secret that is sent back masked, so that what was read can be put', async () => {
    await put(document());
    const { body } = await connector.admin.get(path);

    await put({ ...(body as object), name: 'Read and put' }).expect(200);

    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    const answer = await connector.send(anOfferAccepted(connector.theirs(), candidate));
    await connector.admin.hireIn('delivered', answer.body.reference);
  });

  it('does not take a masked secret that it does not have', async () => {
    const unknown = { inbound: { basic: { username: 'somebody else', password: '***' } } };

    const answer = await put(document(unknown)).expect(400);

    expect(pointers(answer)).toEqual(['/inbound/basic/password']);
  });

  it('is refused when somebody else changed it in between', async () => {
    const { headers } = await put(document());
    const etag = String(headers['etag']);
    await put(document({ name: 'Changed in between' })).expect(200);

    const late = await put(document({ name: 'Too late' })).set('if-match', etag);

    expect(late).toMatchObject({ status: 412, body: { code: 'CHANGED_MEANWHILE' } });
    expect((await connector.admin.get(path)).body).toMatchObject({ name: 'Changed in between' });
    await put(document()).set('if-match', 'nonsense').expect(400);
  });

  it('put by ten at once with one version is taken from one of them', async () => {
    const { headers } = await put(document());

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_one, index) =>
        put(document({ name: `Writer ${index}` })).set('if-match', String(headers['etag'])),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
  });

  it('names every fault of its shape at once', async () => {
    const answer = await put({ ...document(), enabled: 'yes', environment: 'prod', triggers: [{}], surprise: 1 });

    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    for (const pointer of ['/enabled', '/environment', '/triggers/0', '/surprise'])
      expect(pointers(answer).some((named) => named.startsWith(pointer))).toBe(true);
  });

  it('names every fault of its meaning at once', async () => {
    const answer = await put(
      document({
        mapping: [
          { to: 'person.date_of_brith', from: 'person.birthdate' },
          { to: 'job.soc', from: 'job.field1', values: { C1: 'engineer' } },
        ],
        required: { 'H-1Z': ['job.soc'], '*': ['person.shoe_size'] },
        packages: { ...document().packages, default: 'IMM-NONE' },
        triggers: [
          ...document().triggers,
          { eventType: 'WorkFlowStatusChangeEvent', newStatus: ['20500'], action: 'withdraw-case' },
        ],
      }),
    );

    expect(answer.status).toBe(400);
    expect(pointers(answer)).toEqual([
      '/mapping/0/to',
      '/mapping/1/values/C1',
      '/required/H-1Z',
      '/required/*/0',
      '/packages/default',
      '/triggers/2/newStatus/0',
    ]);
    expect(JSON.stringify(answer.body)).toContain('Did you mean person.date_of_birth?');
  });

  it.each([
    ['another customer ID than its path', { customerId: '9002' }, '/customerId'],
    ['no credential for iCIMS', { inbound: {} }, '/inbound'],
    ['a label with a control character', { packages: 'NUL' }, '/packages/items/0/label'],
    ['a URL that is none', { icims: 'URL' }, '/icims/apiBaseUrl'],
  ])('is refused with %s', async (_what, changes, pointer) => {
    const base = document();
    const [first] = base.packages.items;
    const special: Readonly<Record<string, object>> = {
      NUL: { packages: { ...base.packages, items: [{ ...first, label: 'H-1B\u0000' }] } },
      URL: { icims: { ...base.icims, apiBaseUrl: 'https://' } },
    };
    const key = Object.values(changes)[0];
    const body = { ...base, ...(typeof key === 'string' && key in special ? special[key] : changes) };

    const answer = await put(body);

    expect(answer.status).toBe(400);
    expect(pointers(answer)).toContain(pointer);
  });

  it.each([
    ['broken JSON', 'application/json', '{"customerId":', 400],
    ['XML', 'application/xml', '<a/>', 415],
    ['too much', 'application/json', JSON.stringify({ a: 'x'.repeat(1_100_000) }), 413],
  ])('answers %s with problem details', async (_what, type, body, status) => {
    const answer = await connector.admin.put(path, {}).type(type).serialize(String).send(body);

    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ status, reference: expect.any(String), detail: expect.any(String) });
  });

  it('is listed with its allowance once iCIMS has told it', async () => {
    await put(document());
    const candidate = connector.theirs().addCandidate('h1b-new-graduate');
    await connector.send(anOfferAccepted(connector.theirs(), candidate));

    const { allowance, attention } = await connector.admin.platform('9001');

    expect(attention).toEqual([]);
    expect(allowance.limit).toBe(10_000);
    expect(allowance.remaining).toBeLessThan(10_000);
  });
});

describe('the connection test', () => {
  const test = async (body?: object) =>
    (await connector.admin.post(`${path}/connection-test`, body).expect(200)).body as {
      readonly ok: boolean;
      readonly checks: readonly {
        readonly name: string;
        readonly ok: boolean;
        readonly sentence: string;
        readonly fields?: string[];
      }[];
    };
  beforeAll(async () => {
    await put(document());
  });

  it('finds that all is well, and reads a workflow as a screening would', async () => {
    const { workflowId } = connector.theirs().candidate('h1b-new-graduate');

    const result = await test({ workflowId: String(workflowId) });

    expect(result).toMatchObject({ ok: true });
    expect(result.checks.map(({ name }) => name)).toEqual([
      'login',
      'workflow',
      'person',
      'job',
      'location',
      'write-back',
      'record',
    ]);
  });

  it('names the fields that the API user cannot see', async () => {
    connector.theirs().rights.hide('people.birthdate', 'applicantworkflows.assessmentresults');

    const { ok, checks } = await test();

    connector.theirs().rights.set([]);
    expect(ok).toBe(false);
    expect(checks.find(({ name }) => name === 'person')).toMatchObject({ ok: false, fields: ['birthdate'] });
    expect(checks.find(({ name }) => name === 'write-back')).toMatchObject({
      ok: false,
      fields: expect.arrayContaining(['assessmentresults.assessmentstatus']),
    });
    expect(checks.find(({ name }) => name === 'job')).toMatchObject({ ok: true });
  });

  it('says that the credential is refused', async () => {
    const { icims } = document();
    await put(document({ icims: { ...icims, auth: { ...icims.auth, clientSecret: 'wrong' } as typeof icims.auth } }));

    const { ok, checks } = await test();

    await put(document());
    expect(ok).toBe(false);
    expect(checks[0]).toMatchObject({ name: 'login', ok: false });
    expect(JSON.stringify(checks)).not.toContain('wrong"');
  });

  it('uses the same guard as live traffic', async () => {
    const { icims } = document();
    await put(document({ icims: { ...icims, apiBaseUrl: 'https://localhost:1' } }));

    const { ok, checks } = await test();

    await put(document());
    expect(ok).toBe(false);
    expect(checks.some(({ sentence }) => sentence.includes('may not be called'))).toBe(true);
  });

  it('says what a workflow that is not there may mean', async () => {
    const { ok, checks } = await test({ workflowId: '1' });

    expect(ok).toBe(false);
    expect(checks.at(-1)).toMatchObject({
      name: 'record',
      ok: false,
      sentence: expect.stringMatching(/no right to see/),
    });
  });
});
