import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FaultKind } from '../../src/sandbox/platform/faults.ts';
import { type Candidate } from '../../src/sandbox/seed/seed-platform.ts';
import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';
import { startSimulatedIcims, type SimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';
import { askSimulated, basicOf, locationOf } from '../support/ask-simulated.ts';

const noon = new Date('2031-05-20T12:00:00Z');
const audience = 'https://api.icims.com/v1/';

let simulated: SimulatedIcims;
let platform: SimulatedPlatform;
let somebody: Candidate;

beforeAll(async () => {
  simulated = await startSimulatedIcims({ now: () => noon });
  platform = simulated.platform('9001');
});
afterAll(() => simulated.close());
beforeEach(() => {
  platform.faults.clear();
  platform.rights.set([]);
  platform.allowance.limit = 10_000;
  platform.allowance.use(0);
  for (const required of Object.values(platform.profiles.required)) required.clear();
  platform.calls.reset();
  somebody = platform.addCandidate('h1b-new-graduate');
});

const person = (): string => `/people/${somebody.personId}`;
const workflow = (): string => `/applicantworkflows/${somebody.workflowId}`;
const results = (): string => `${workflow()}/fields/assessmentresults`;
const sent = { assessmentname: { value: 'Immigration: H-1B' }, assessmentstatus: { id: 'D37002019004' } };

describe('profiles', () => {
  it('answers the fields asked for, in the shapes of the data model', async () => {
    const job = await askSimulated(platform, `/jobs/${somebody.jobId}?fields=jobtitle,joblocation,assessmenttype`);

    expect(job.json).toEqual({
      jobtitle: expect.any(String),
      joblocation: {
        id: expect.any(Number),
        companyid: expect.any(Number),
        address: expect.any(String),
        value: 'Harbor Campus',
      },
      assessmenttype: [{ id: 'C77001', value: 'Immigration: H-1B', formattedvalue: 'Immigration: H-1B' }],
    });
  });

  it('leaves out what is empty and what may not be seen, without telling them apart', async () => {
    platform.overwrite('people', somebody.personId, { birthdate: null });
    platform.rights.hide('people.email');

    const { status, json } = await askSimulated(platform, `${person()}?fields=lastname,birthdate,email,field99999`);

    expect({ status, json }).toEqual({ status: 200, json: { lastname: 'Vantalore' } });
  });

  it.each([
    ['does not exist', '/people/999999', [], 2],
    ['may not be seen', '/people/7302', ['people'], 3],
  ])('answers 404 for a profile that %s, in header and body', async (_why, path, hidden, code) => {
    platform.rights.set(hidden);
    const { status, headers, json } = await askSimulated(platform, path);
    expect(status).toBe(404);
    const detail = String(headers.get('x-error')).slice(2);
    expect(headers.get('x-error')).toBe(`${code}:${detail}`);
    expect(json).toEqual({ errors: [{ errorCode: code, errorMessage: detail }] });
  });

  it('warns about field names in capitals', async () => {
    const { headers } = await askSimulated(platform, `${person()}?fields=Lastname`);
    expect(headers.get('x-warning')).toBe('4:Lastname:field name must be lowercase');
  });

  it('follows a job location to an address with a county', async () => {
    const job = await askSimulated(platform, `/jobs/${somebody.jobId}?fields=joblocation`);
    const { joblocation } = job.json as { joblocation: { id: number; address: string } };
    const { json } = await askSimulated(platform, joblocation.address.slice(platform.url.length));
    expect(json).toMatchObject({
      entry: joblocation.id,
      addresscity: 'Boston',
      addresscounty: 'Suffolk County',
    });
  });

  it('changes fields, and deletes with null or an empty text', async () => {
    const { status, headers } = await askSimulated(platform, person(), {
      method: 'PATCH',
      json: { startdate: '2031-07-01', gender: null, email: '' },
    });
    expect(status).toBe(204);
    expect(headers.get('location')).toBe(`${platform.url}${person()}`);
    expect(platform.read('people', somebody.personId)).toMatchObject({ startdate: '2031-07-01' });
    expect(platform.read('people', somebody.personId)).not.toHaveProperty('gender');
    expect(platform.read('people', somebody.personId)).not.toHaveProperty('email');
  });

  it('refuses a change while another required field is empty, and takes it together with that field', async () => {
    platform.profiles.required.people.add('externalid');
    const change = { startdate: '2031-07-01' };

    const refused = await askSimulated(platform, person(), { method: 'PATCH', json: change });
    const taken = await askSimulated(platform, person(), { method: 'PATCH', json: { ...change, externalid: 'E-1' } });

    expect(refused.status).toBe(400);
    expect(refused.headers.get('x-error')).toBe('1:externalid:External ID is a required field');
    expect(taken.status).toBe(204);
  });

  it('moves a workflow by the id of a status node', async () => {
    await askSimulated(platform, workflow(), { method: 'PATCH', json: { status: { id: 'C20500' } } });
    const { json } = await askSimulated(platform, `${workflow()}?fields=status`);
    expect(json).toEqual({ status: { id: 'C20500', value: 'Offer: Accepted', formattedvalue: 'Offer: Accepted' } });
  });

  it('links a job to an onboarding workflow by its bare id', async () => {
    const id = platform.candidate('e3').onboardWorkflowId;
    await askSimulated(platform, `/onboardworkflows/${id}`, { method: 'PATCH', json: { job: somebody.jobId } });
    const { json } = await askSimulated(platform, `/onboardworkflows/${id}?fields=job`);
    expect(json).toMatchObject({ job: { id: somebody.jobId, profile: `${platform.url}/jobs/${somebody.jobId}` } });
  });

  it.each([
    ['a date that does not exist', { startdate: '2031-02-30' }],
    ['an unknown list node', { folder: { id: 'C1' } }],
    ['a number for text', { lastname: 7 }],
    ['an unknown field', { shoesize: '44' }],
  ])('refuses %s with 400', async (_what, json) => {
    const { status, headers } = await askSimulated(platform, person(), { method: 'PATCH', json });
    expect(status).toBe(400);
    expect(headers.get('x-error')).toContain(`5:${Object.keys(json).join()}:`);
  });
});

describe('collections', () => {
  it('adds an entry with 201 and its address, and answers it under that number', async () => {
    const added = await askSimulated(platform, results(), { method: 'POST', json: sent });
    const { json } = await askSimulated(platform, locationOf(added, platform));

    expect(added.status).toBe(201);
    expect(json).toMatchObject({ assessmentname: { id: 'C77001' }, assessmentstatus: { value: 'Sent' } });
  });

  it('drops an identical entry with success', async () => {
    await askSimulated(platform, results(), { method: 'POST', json: sent });
    const { status, headers } = await askSimulated(platform, results(), { method: 'POST', json: sent });

    expect({ status, location: headers.get('location') }).toEqual({ status: 200, location: null });
    expect(platform.read('applicantworkflows', somebody.workflowId)?.['assessmentresults']).toHaveLength(1);
  });

  it('drops a change that would make two entries identical', async () => {
    await askSimulated(platform, results(), { method: 'POST', json: sent });
    const other = await askSimulated(platform, results(), {
      method: 'POST',
      json: { ...sent, assessmentstatus: { id: 'D37002019003' } },
    });
    const path = locationOf(other, platform);

    const changed = await askSimulated(platform, path, {
      method: 'PATCH',
      json: { assessmentstatus: { id: 'D37002019004' } },
    });

    expect(changed.status).toBe(204);
    expect((await askSimulated(platform, path)).json).toMatchObject({ assessmentstatus: { value: 'In-Progress' } });
  });

  it('changes and deletes one entry', async () => {
    const path = locationOf(await askSimulated(platform, results(), { method: 'POST', json: sent }), platform);
    await askSimulated(platform, path, { method: 'PATCH', json: { assessmentnotes: 'Case IMM-1007' } });
    expect((await askSimulated(platform, path)).json).toMatchObject({ assessmentnotes: 'Case IMM-1007' });
    expect((await askSimulated(platform, path, { method: 'DELETE' })).status).toBe(204);
    expect((await askSimulated(platform, path)).status).toBe(404);
  });

  it('adds a row when the whole collection is patched without an entry number', async () => {
    await askSimulated(platform, results(), { method: 'POST', json: sent });
    const json = { assessmentresults: [{ ...sent, assessmentnotes: 'second' }] };
    await askSimulated(platform, workflow(), { method: 'PATCH', json });
    expect(platform.read('applicantworkflows', somebody.workflowId)?.['assessmentresults']).toHaveLength(2);
  });

  it.each([
    ['notes over 192 characters', { ...sent, assessmentnotes: 'n'.repeat(193) }],
    ['a name that is not on the list', { ...sent, assessmentname: { value: 'Nothing of ours' } }],
    ['a date in another format', { ...sent, assessmentdate: '2031-05-20T14:30:00Z' }],
  ])('refuses %s', async (_what, json) => {
    expect((await askSimulated(platform, results(), { method: 'POST', json })).status).toBe(400);
  });

  it('grows the lists of schools, majors and degrees', async () => {
    const json = { school: { value: 'Invented Institute' } };
    const { status } = await askSimulated(platform, `${person()}/fields/education`, { method: 'POST', json });
    expect(status).toBe(201);
    expect(platform.lists.byValue('lists.schools', 'Invented Institute')).not.toBeNull();
  });
});

describe('files', () => {
  it('keeps one file part and answers its bytes; without a file the answer is a JSON error', async () => {
    const path = `${person()}/fields/resume/binary`;
    const none = await askSimulated(platform, path);
    const body = new FormData();
    body.append('resume', new Blob(['Curriculum vitæ'], { type: 'text/plain' }), 'resume.txt');

    const kept = await askSimulated(platform, path, { method: 'PATCH', body });
    const file = await askSimulated(platform, path);

    expect(none.status).toBe(404);
    expect(none.json).toMatchObject({ errors: [{ errorCode: 2 }] });
    expect(kept.status).toBe(204);
    expect(file.json).toBe('Curriculum vitæ');
    expect((await askSimulated(platform, path, { method: 'DELETE' })).status).toBe(400);
  });
});

describe('definitions', () => {
  it('answers a schema of the fields that may be seen', async () => {
    platform.rights.hide('people.birthdate');
    const { json } = await askSimulated(platform, '/profiledefinitions/v1/person/schema');
    expect(json).toMatchObject({
      properties: {
        firstname: { type: 'string' },
        startdate: { type: 'string', format: 'date' },
      },
    });
    expect(json).not.toHaveProperty('properties.birthdate');
    expect((await askSimulated(platform, '/profiledefinitions/v1/person/birthdate/schema')).status).toBe(404);
  });

  it('answers one level of a list in pages', async () => {
    const { json } = await askSimulated(platform, '/v2/lists/lists.country?size=2&page=1');
    expect(json).toMatchObject({ children: [expect.anything(), expect.anything()] });
    expect(json).toHaveProperty('_links.next.href', expect.stringContaining('page=2'));
    expect((await askSimulated(platform, '/v2/lists/lists.nothing')).status).toBe(404);
  });
});

describe('log in and limits', () => {
  const askToken = (form: Record<string, string>) =>
    fetch(`${simulated.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
  const grant = () => {
    const { clientId, clientSecret } = platform.credentials.api.oauth2;
    return { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, audience };
  };

  it('issues a token for a day, and counts it', async () => {
    const answer = await askToken(grant());
    expect(await answer.json()).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 86_400 });
    expect(platform.calls.counts().tokensIssued).toBe(1);
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['another audience', { audience: 'https://elsewhere.example.com/' }, 400, 'invalid_request'],
  ])('refuses %s', async (_what, change, status, error) => {
    const answer = await askToken({ ...grant(), ...change });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status, body: { error } });
  });

  it('throttles a client after 500 tokens in ten minutes', async () => {
    while (platform.tokens.issue() !== null);
    expect((await askToken(grant())).status).toBe(429);
  });

  it.each([
    ['no credential', ''],
    ['a wrong pair', `Basic ${Buffer.from('connector-basic-9001:wrong').toString('base64')}`],
    ['an unknown token', 'Bearer nothing'],
    [
      'a signature that does not fit',
      'x-icims-v1-hmac-sha256 user=connector-hmac-9001,signedheaders=host;x-icims-date,signature=00',
    ],
  ])('answers 401 with code 6 for %s', async (_what, authorization) => {
    const { status, json } = await askSimulated(platform, person(), { authorization });
    expect({ status, json }).toMatchObject({ status: 401, json: { errors: [{ errorCode: 6 }] } });
  });

  it("does not take one platform's credential for another", async () => {
    const authorization = basicOf(platform);
    const { status } = await askSimulated(simulated.platform('9002'), '/people/820001', { authorization });
    expect(status).toBe(401);
  });

  it('says on each answer what is left of the day, and gives each a transaction id', async () => {
    platform.allowance.use(9_000);
    const { headers } = await askSimulated(platform, person());
    expect(headers.get('x-ratelimit-limit')).toBe('10000');
    expect(headers.get('x-ratelimit-remaining')).toBe('999');
    expect(headers.get('x-ratelimit-reset')).toBe('43200');
    expect(headers.get('x-transaction')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers 429 when the allowance of the day is used up', async () => {
    platform.allowance.use(10_000);
    expect((await askSimulated(platform, person())).status).toBe(429);
  });

  it.each([
    ['an unknown path', 'GET', '/shoes/1', 404],
    ['a method that the path has not', 'DELETE', '/people/1', 405],
  ])('answers %s in the same error form', async (_what, method, path, status) => {
    const answer = await askSimulated(platform, path, { method });
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ errors: [{ errorCode: expect.any(Number), errorMessage: expect.any(String) }] });
  });
});

describe('faults', () => {
  it.each<[FaultKind, number]>([
    ['too-many', 429],
    ['error-500', 500],
    ['error-503', 503],
    ['error-401', 401],
    ['html', 200],
    ['wrong-shape', 200],
  ])('%s answers %s for the profile type it is meant for, as often as it is told', async (kind, status) => {
    platform.faults.set({ kind, on: 'people', times: 1, retryAfterSeconds: 7 });
    expect((await askSimulated(platform, workflow())).json).toHaveProperty('status');
    expect((await askSimulated(platform, person())).status).toBe(status);
    expect((await askSimulated(platform, person())).json).toHaveProperty('lastname');
  });

  it.each<FaultKind>(['down', 'truncated'])('%s breaks the connection', async (kind) => {
    platform.faults.set({ kind });
    await expect(askSimulated(platform, person())).rejects.toThrow();
  });

  it('takes a while when it is slow', async () => {
    platform.faults.set({ kind: 'slow', ms: 50 });
    await askSimulated(platform, person());
    expect(platform.calls.list()[0]?.ms).toBeGreaterThanOrEqual(49);
  });

  it('is switched over HTTP too', async () => {
    const body = JSON.stringify([{ kind: 'error-503', retryAfterSeconds: 9 }]);
    const headers = { 'content-type': 'application/json' };
    await fetch(`${simulated.url}/_control/platforms/9001/faults`, { method: 'PUT', headers, body });
    const { status, headers: answered } = await askSimulated(platform, person());
    expect({ status, retryAfter: answered.get('retry-after') }).toEqual({ status: 503, retryAfter: '9' });
  });
});

it('logs who read and wrote which fields', async () => {
  await askSimulated(platform, `${person()}?fields=lastname,birthdate`);
  await askSimulated(platform, results(), { method: 'POST', json: sent });
  expect(platform.calls.list()).toMatchObject([
    { operation: 'readPerson', area: 'people', fieldsRead: ['lastname', 'birthdate'], fieldsWritten: [], status: 200 },
    {
      operation: 'addEntry',
      area: 'applicantworkflows',
      fieldsWritten: ['assessmentresults.assessmentname', 'assessmentresults.assessmentstatus'],
      status: 201,
    },
  ]);
  expect(platform.calls.counts()).toMatchObject({ calls: 2, reads: { people: 1 }, writes: { applicantworkflows: 1 } });
});
