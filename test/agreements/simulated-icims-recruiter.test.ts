import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';
import { startSimulatedIcims, type SimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';
import { startLocalServer, type LocalServer } from '../support/local-server.ts';

let simulated: SimulatedIcims;
let platform: SimulatedPlatform;
let connector: LocalServer;
let refusal: object | null;

beforeAll(async () => {
  simulated = await startSimulatedIcims();
  platform = simulated.platform('9002');
  connector = await startLocalServer((request, response) => {
    request.resume();
    response.writeHead(refusal === null ? 200 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(refusal ?? { status: 'accepted' }));
  });
});
afterAll(async () => {
  await connector.close();
  await simulated.close();
});
beforeEach(() => {
  refusal = null;
  platform.connect({ eventsUrl: `${connector.url}/icims/v1/events`, tokenUrl: `${connector.url}/oauth/token` });
});

const send = async (method: string, path: string, body?: unknown) => {
  const headers = { 'content-type': 'application/json' };
  const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
  const answer = await fetch(`${simulated.url}${path}`, init);
  return { status: answer.status, body: await answer.json() };
};
const move = (workflowId: number) =>
  send('POST', '/recruiter/9002/moves', {
    type: 'applicantworkflows',
    id: String(workflowId),
    statusId: platform.employer.statuses.offerAccepted.id,
  });

describe("the recruiter's page", () => {
  it('lists the candidates with job, package and status, and needs nothing from elsewhere', async () => {
    const page = await (await fetch(`${simulated.url}/recruiter/9002`)).text();
    const assets = [...page.matchAll(/(?:src|href)="(\/recruiter\/assets\/[^"]+)"/g)].map(([, path]) => String(path));

    for (const text of ['Kolhaparekar', 'D’Arcy-Ní Mháille', 'Visa – H-1B new', 'Offer Sent'])
      expect(page).toContain(text);
    expect(page).not.toMatch(/(?:src|href)="https?:/);
    for (const path of assets) expect((await fetch(`${simulated.url}${path}`)).status).toBe(200);
    expect(assets).toHaveLength(2);
  });

  it('gives each control a label of its own', async () => {
    const page = await (await fetch(`${simulated.url}/recruiter/9002`)).text();
    const selects = [...page.matchAll(/<select\s+id="([^"]+)"/g)].map(([, id]) => id);
    expect(selects.length).toBeGreaterThan(10);
    expect(selects.filter((id) => !page.includes(`for="${id}"`))).toEqual([]);
  });

  it('moves a candidate and says so', async () => {
    const { workflowId } = platform.addCandidate('h1b-new-graduate');
    expect((await move(workflowId)).body).toMatchObject({
      status: 200,
      shown: { ok: true, text: 'The status was changed.' },
      statusId: 'C30120',
      event: { newStatus: '30120', customerId: '9002' },
      headers: { authorization: 'x-icims-v1-hmac-sha256 ***' },
    });
  });

  it('shows the message of a refusal under its own labels, and keeps the status', async () => {
    refusal = { error: { userMessage: 'Please fill in {{person.birthdate}}.', debugErrorMessage: 'MISSING_FIELDS' } };
    const { workflowId } = platform.addCandidate('no-birth-date');
    expect((await move(workflowId)).body).toMatchObject({
      status: 400,
      shown: {
        ok: false,
        text: 'Please fill in Birthday (as in passport).',
        raw: 'Please fill in {{person.birthdate}}.',
      },
      statusId: 'C30110',
    });
  });

  it('shows what was written back', async () => {
    const { workflowId } = platform.candidate('e3');
    platform.overwrite('applicantworkflows', workflowId, {
      assessmentresults: [
        {
          assessmentname: platform.employer.packages['E-3'],
          assessmentstatus: { id: 'D37002019003', value: 'In-Progress' },
          assessmenturl: 'https://connector.example.com/cases/7',
          assessmentnotes: '<b>Case 7</b>',
        },
      ],
    });
    const { body } = await send('GET', '/recruiter/9002/state');
    const { workflows } = body as { workflows: { id: number; results: string }[] };
    const results = workflows.find(({ id }) => id === workflowId)?.results;
    expect(results).toContain('href="https://connector.example.com/cases/7"');
    expect(results).toContain('&lt;b&gt;Case 7&lt;/b&gt;');
  });

  it('answers 404 for a platform that is not hosted', async () => {
    expect((await fetch(`${simulated.url}/recruiter/9009`)).status).toBe(404);
  });
});

describe('the controls', () => {
  it('make platforms and what they hold readable', async () => {
    const { body } = await send('GET', '/_control/platforms');
    expect(body).toMatchObject([{ customerId: '9001' }, { customerId: '9002', connector: { credentials: '***' } }]);
  });

  it.each([
    ['rights', { hidden: ['people.birthdate'] }, () => platform.rights.list(), ['people.birthdate']],
    [
      'required',
      { profile: 'people', fields: ['externalid'] },
      () => [...platform.profiles.required.people],
      ['externalid'],
    ],
    ['allowance', { limit: 5, used: 4 }, () => [platform.allowance.limit, platform.allowance.used], [5, 4]],
    ['faults', [{ kind: 'down', times: 2 }], () => platform.faults.list(), [{ kind: 'down', times: 2 }]],
    [
      'connector',
      { eventsUrl: 'https://connector.example.com/e', tokenUrl: 'https://connector.example.com/t', gzip: true },
      () => [platform.connector?.eventsUrl, platform.connector?.gzip, platform.connector?.authentication],
      ['https://connector.example.com/e', true, 'hmac'],
    ],
  ])('set %s', async (name, body, read, expected) => {
    expect((await send('PUT', `/_control/platforms/9002/${name}`, body)).status).toBe(200);
    expect(read()).toEqual(expected);
  });

  it('add candidates, change profiles, and move workflows', async () => {
    const { body } = await send('POST', '/_control/platforms/9002/candidates', { situation: 'tn-canada', count: 2 });
    const [first] = body as { personId: number; workflowId: number }[];
    await send('PUT', `/_control/platforms/9002/profiles/people/${first?.personId}`, { lastname: 'Renamed' });
    const moved = await send('POST', '/_control/platforms/9002/moves', { id: first?.workflowId, statusId: 'C30120' });

    expect(platform.read('people', first?.personId ?? 0)).toMatchObject({ lastname: 'Renamed' });
    expect(moved.body).toMatchObject({ answer: { status: 200 }, statusId: 'C30120' });
  });

  it.each([
    ['PUT', '/_control/platforms/9002/faults', [{ kind: 'earthquake' }]],
    ['POST', '/_control/platforms/9002/moves', { id: 1, statusId: 'C30120' }],
    ['PUT', '/_control/platforms/9009/rights', { hidden: [] }],
  ])('refuse what they do not know: %s %s', async (method, path, body) => {
    expect(await send(method, path, body)).toMatchObject({ status: 400, body: { error: expect.any(String) } });
  });
});
