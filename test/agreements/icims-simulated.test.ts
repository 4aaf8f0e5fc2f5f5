import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createIcims } from '../../src/icims/create-icims.ts';
import { type CallContext, type Icims } from '../../src/icims/icims.ts';
import { addressLinkOf, linkedIdOf, listNodesOf, toIcimsDateTime } from '../../src/icims/value-shapes.ts';
import { type IcimsAuth, type Platform, PlatformDocument } from '../../src/platforms/platform.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { platformDocumentFor } from '../../src/sandbox/platform-document-for.ts';
import { type FaultKind } from '../../src/sandbox/platform/faults.ts';
import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';
import { type SimulatedIcims, startSimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';

const authTypes = ['oauth2', 'hmac', 'basic'] as const;

let simulated: SimulatedIcims;
let theirs: SimulatedPlatform;
let icims: Icims;

beforeAll(async () => {
  simulated = await startSimulatedIcims();
  theirs = simulated.platform('9001');
});
afterAll(() => simulated.close());
beforeEach(() => {
  theirs.faults.clear();
  theirs.rights.set([]);
  theirs.allowance.use(0);
  theirs.calls.reset();
  icims = createIcims({
    http: createHttp({ insecureHosts: new Set([new URL(simulated.url).host]), userAgent: 'connector-test' }),
    clock: () => new Date(),
  });
});

const call = (priority: CallContext['priority'] = 'interactive'): CallContext => ({
  priority,
  signal: AbortSignal.timeout(5_000),
});

function ours(type: IcimsAuth['type'] = 'oauth2'): Platform {
  const document = PlatformDocument.parse(platformDocumentFor('9001', { icims: simulated.url }));
  const { api } = theirs.credentials;
  const audience = 'https://api.icims.com/v1/';
  const auth = {
    oauth2: { type: 'oauth2', tokenUrl: `${simulated.url}/oauth/token`, audience, ...api.oauth2 },
    hmac: { type: 'hmac', ...api.hmac },
    basic: { type: 'basic', ...api.basic },
  } satisfies Record<IcimsAuth['type'], IcimsAuth>;
  return { ...document, icims: { ...document.icims, auth: auth[type] }, version: 1 };
}

describe.each(authTypes)('the simulated iCIMS, called by %s', (type) => {
  it('is read from workflow to location', async () => {
    const candidate = theirs.candidate('h1b-new-graduate');
    const platform = ours(type);
    const read = (profile: 'people' | 'jobs' | 'companies' | 'applicantworkflows', id: string, ...fields: string[]) =>
      icims.readProfile(platform, { profile, id, fields }, call());

    const workflow = await read('applicantworkflows', String(candidate.workflowId), 'associatedprofile', 'baseprofile');
    const person = await read('people', linkedIdOf(workflow['associatedprofile']) ?? '', 'lastname', 'firstname');
    const job = await read('jobs', linkedIdOf(workflow['baseprofile']) ?? '', 'joblocation', 'assessmenttype');
    const address = addressLinkOf(job['joblocation']);
    const location = await read('companies', address?.companyId ?? '', 'addresses');

    expect(person).toEqual({ firstname: expect.any(String), lastname: expect.any(String) });
    expect(listNodesOf(job['assessmenttype'])).toHaveLength(1);
    expect(location['addresses']).toContainEqual(expect.objectContaining({ entry: Number(address?.entry) }));
  });

  it('takes an entry, drops an identical one, and changes it', async () => {
    const candidate = theirs.addCandidate('h1b-new-graduate');
    const results = {
      profile: 'applicantworkflows',
      id: String(candidate.workflowId),
      collection: 'assessmentresults',
    } as const;
    const values = {
      assessmentname: { value: ours(type).packages.items[0]?.label },
      assessmentstatus: { id: 'D37002019004' },
      assessmentdate: toIcimsDateTime(new Date('2031-05-20T14:30:00Z')),
      assessmentnotes: 'Case IMM-1007, Zoë',
    };

    const entry = await icims.addEntry(ours(type), { ...results, values }, call());
    const again = await icims.addEntry(ours(type), { ...results, values }, call());
    await icims.changeEntry(
      ours(type),
      { ...results, entry: entry ?? '', values: { assessmentstatus: { id: 'D37002019003' } } },
      call(),
    );

    expect(entry).toMatch(/^[0-9]+$/);
    expect(again).toBeNull();
    expect(await icims.readCollection(ours(type), results, call())).toMatchObject([
      { entry, values: { assessmentnotes: 'Case IMM-1007, Zoë', assessmentstatus: { id: 'D37002019003' } } },
    ]);
  });
});

describe('the simulated iCIMS in trouble', () => {
  const readSomebody = (
    priority?: CallContext['priority'],
    id = String(theirs.candidate('h1b-new-graduate').personId),
  ) => icims.readProfile(ours(), { profile: 'people', id, fields: ['lastname'] }, call(priority));

  it.each<[FaultKind, string]>([
    ['down', 'ICIMS_UNAVAILABLE'],
    ['too-many', 'ICIMS_UNAVAILABLE'],
    ['error-500', 'ICIMS_UNAVAILABLE'],
    ['error-503', 'ICIMS_UNAVAILABLE'],
    ['error-401', 'ICIMS_ACCESS'],
    ['html', 'ICIMS_UNAVAILABLE'],
    ['wrong-json', 'ICIMS_UNAVAILABLE'],
    ['truncated', 'ICIMS_UNAVAILABLE'],
  ])('by %s is %s', async (kind, code) => {
    theirs.faults.set({ kind, on: 'people' });
    await expect(readSomebody()).rejects.toMatchObject({ code });
  });

  it('is waited for as long as it asks', async () => {
    theirs.faults.set({ kind: 'too-many', retryAfterSeconds: 42, on: 'people' });
    await expect(readSomebody()).rejects.toMatchObject({ retryAfterMs: 42_000 });
  });

  it('is asked for one new token when all were revoked', async () => {
    await readSomebody();
    theirs.tokens.revokeAll();
    await Promise.all(Array.from({ length: 20 }, () => readSomebody()));
    expect(theirs.calls.counts().tokensIssued).toBe(2);
  });

  it('answers unknown and hidden profiles alike', async () => {
    await expect(readSomebody('interactive', '999999999')).rejects.toMatchObject({ code: 'ICIMS_NOT_FOUND' });
    theirs.rights.hide('people');
    await expect(readSomebody()).rejects.toMatchObject({
      code: 'ICIMS_NOT_FOUND',
      facts: { errors: expect.any(String) },
    });
  });

  it('keeps its reserve, and says when nothing is left', async () => {
    theirs.allowance.use(theirs.allowance.limit - 2);
    await readSomebody();
    await expect(readSomebody('background')).rejects.toMatchObject({ code: 'ICIMS_ALLOWANCE_USED' });
    await readSomebody();
    await expect(readSomebody()).rejects.toMatchObject({ kind: 'unavailable', code: 'ICIMS_ALLOWANCE_USED' });
  });
});

it('shows which fields the API user may see', async () => {
  const fields = await icims.readSchema(ours(), 'people', call());
  expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['firstname', 'lastname', 'email']));
  expect(fields.find(({ id }) => id === 'addresses')).toMatchObject({
    shape: 'group',
    fields: expect.arrayContaining([
      { id: 'addresscountry', label: 'Country', shape: 'node', list: 'lists.country', fields: [] },
    ]),
  });
});
