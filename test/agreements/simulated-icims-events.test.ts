import { gunzipSync } from 'node:zlib';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { authenticateEvent } from '../../src/auth/authenticate-event.ts';
import { createCredentialDirectory } from '../../src/auth/credential-directory.ts';
import { PlatformDocument } from '../../src/platforms/platform.ts';
import { platformDocumentFor } from '../../src/sandbox/platform-document-for.ts';
import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';
import { startSimulatedIcims, type SimulatedIcims } from '../../src/sandbox/start-simulated-icims.ts';
import { startLocalServer, type LocalServer } from '../support/local-server.ts';

interface Received {
  readonly request: IncomingMessage;
  readonly bytes: Buffer;
}
interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

let simulated: SimulatedIcims;
let platform: SimulatedPlatform;
let connector: LocalServer;
let events: Received[];
let tokenForms: string[];
let reply: Reply;

beforeAll(async () => {
  simulated = await startSimulatedIcims();
  platform = simulated.platform('9001');
  connector = await startLocalServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer({ request, bytes: Buffer.concat(chunks) }, response));
  });
});
afterAll(async () => {
  await connector.close();
  await simulated.close();
});
beforeEach(() => {
  events = [];
  tokenForms = [];
  reply = { status: 200, body: { status: 'accepted' } };
  connect();
});

function answer({ request, bytes }: Received, response: ServerResponse): void {
  if (request.url === '/oauth/token') {
    tokenForms.push(bytes.toString());
    response.end(JSON.stringify({ access_token: 'a-token', token_type: 'Bearer', expires_in: 3600 }));
    return;
  }
  events.push({ request, bytes });
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
  response.end(JSON.stringify(reply.body ?? {}));
}

function firstEvent(): Received {
  const [first] = events;
  if (first === undefined) throw new Error('No event arrived');
  return first;
}

const connect = (how: Parameters<SimulatedPlatform['connect']>[1] = {}): void =>
  platform.connect({ eventsUrl: `${connector.url}/icims/v1/events`, tokenUrl: `${connector.url}/oauth/token` }, how);
const offerAccepted = 'C20500';
const accept = (workflowId: number) =>
  platform.moveToStatus({ type: 'applicantworkflows', id: workflowId }, offerAccepted);

describe('a status change', () => {
  it('is told as documented: ids as text, bare status numbers, links in body and header', async () => {
    const { workflowId, jobId, personId } = platform.addCandidate('h1b-new-graduate');
    await accept(workflowId);

    const { request, bytes } = firstEvent();
    const link = (path: string): string => `${platform.url}/${path}`;
    expect(JSON.parse(gunzipSync(bytes).toString())).toEqual({
      systemId: String(workflowId),
      eventType: 'WorkFlowStatusChangeEvent',
      customerId: '9001',
      oldStatus: '20480',
      newStatus: '20500',
      jobId: String(jobId),
      personId: String(personId),
      userId: String(platform.recruiterId),
      links: [
        { rel: 'applicantWorkflow', title: 'Applicant Workflow', url: link(`applicantworkflows/${workflowId}`) },
        { rel: 'job', title: 'Job Profile', url: link(`jobs/${jobId}`) },
        { rel: 'person', title: 'Person Profile', url: link(`people/${personId}`) },
        { rel: 'user', title: 'Posting User', url: link(`people/${platform.recruiterId}`) },
      ],
    });
    expect(request.headers).toMatchObject({
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'content-length': String(bytes.length),
      connection: 'close',
      'user-agent': expect.stringContaining('Apache-HttpClient'),
      link: expect.stringContaining(`${link(`jobs/${jobId}`)};rel="job";title="Job Profile",`),
    });
  });

  it('of an onboarding workflow without a job has no jobId', async () => {
    const id = platform.candidate('e3').onboardWorkflowId ?? 0;
    const { event } = await platform.moveToStatus({ type: 'onboardworkflows', id }, 'C21900');
    expect(event).not.toHaveProperty('jobId');
    expect(event['links']).toContainEqual(expect.objectContaining({ url: `${platform.url}/onboardworkflows/${id}` }));
  });

  it.each<[number, boolean]>([
    [200, true],
    [303, true],
    [400, false],
    [401, false],
    [500, false],
    [503, false],
  ])('answered %s is kept: %s', async (status, isKept) => {
    reply = { status, ...(status === 303 ? { headers: { location: 'https://connector.example.com/next' } } : {}) };
    const { workflowId } = platform.addCandidate('h1b-new-graduate');
    const { statusId, shown } = await accept(workflowId);
    expect({ statusId, ok: shown.ok }).toEqual({ statusId: isKept ? offerAccepted : 'C20480', ok: isKept });
  });

  it('shows the userMessage under the labels of the platform', async () => {
    const userMessage =
      'Please fill in {{person.birthdate}}, {{job.joblocation}} and {{person.field40003}}; {{person.nothing}} stays.';
    reply = { status: 400, body: { error: { userMessage, debugErrorMessage: 'MISSING_FIELDS' } } };
    const { shown } = await accept(platform.addCandidate('no-birth-date').workflowId);
    expect(shown).toEqual({
      ok: false,
      text: 'Please fill in Date of Birth, Work Location and Country of Birth; {{person.nothing}} stays.',
      raw: userMessage,
      debug: 'MISSING_FIELDS',
    });
  });

  it('says so when nobody answers', async () => {
    platform.connect({ eventsUrl: 'http://127.0.0.1:9/events', tokenUrl: 'http://127.0.0.1:9/token' });
    const { answer, shown } = await accept(platform.addCandidate('h1b-new-graduate').workflowId);
    expect(answer.status).toBe(0);
    expect(shown.text).toMatch(/could not be reached/);
  });
});

describe('authentication of events', () => {
  const authenticated = ({ request, bytes }: Received) => {
    const document = PlatformDocument.parse(platformDocumentFor('9001', { icims: simulated.url }));
    return authenticateEvent(
      {
        method: 'POST',
        target: request.url ?? '',
        headers: request.headers,
        rawHeaders: request.rawHeaders,
        wireBody: bytes,
        inflatedBody: request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes,
      },
      createCredentialDirectory([{ ...document, version: 1 }]),
      { now: new Date(), skewMs: 60_000 },
    );
  };

  it.each([
    ['basic', true],
    ['basic', false],
    ['hmac', true],
    ['hmac', false],
  ] as const)('by %s, gzip %s, is what the connector verifies', async (authentication, gzip) => {
    connect({ authentication, gzip });
    await accept(platform.addCandidate('h1b-new-graduate').workflowId);
    expect(authenticated(firstEvent()).customerIds.has('9001')).toBe(true);
  });

  it('by oauth2 asks for a token once, with a form, and again after a 401', async () => {
    connect({ authentication: 'oauth2' });
    const send = () => accept(platform.addCandidate('h1b-new-graduate').workflowId);
    await send();
    reply = { status: 401 };
    await send();
    await send();

    expect(tokenForms).toHaveLength(2);
    expect(Object.fromEntries(new URLSearchParams(tokenForms[0]))).toMatchObject({
      grant_type: 'client_credentials',
      client_id: 'icims-9001',
    });
    expect(firstEvent().request.headers.authorization).toBe('Bearer a-token');
  });
});

describe('the seeds', () => {
  it.each(['9001', '9002'])('of %s come with a platform document that the connector accepts', (customerId) => {
    const document = platformDocumentFor(customerId, { icims: simulated.url });
    expect(PlatformDocument.safeParse(document).error).toBeUndefined();
  });

  it.each(['9001', '9002'])('of %s hold every field that the document maps', (customerId) => {
    const { profiles } = simulated.platform(customerId);
    const { mapping } = platformDocumentFor(customerId, { icims: simulated.url });
    const known = { person: profiles.fields.people, job: profiles.fields.jobs };
    const unknown = mapping.filter(({ from }) => {
      const [profile = '', field = ''] = from.split('.');
      return !(field in known[profile as 'person' | 'job']);
    });
    expect(unknown).toEqual([]);
  });

  it('share no configuration between the two employers', () => {
    const [one, other] = simulated.platforms.map(({ employer }) => employer);
    const ids = (employer = one) => [
      ...Object.values(employer?.customFields ?? {}).map(({ id }) => id),
      ...Object.values(employer?.packages ?? {}).map(({ id }) => id),
    ];
    expect(ids(one).filter((id) => ids(other).includes(id))).toEqual([]);
    expect(one?.statuses.offerAccepted.id).not.toBe(other?.statuses.offerAccepted.id);
    expect(one?.connection.api).not.toBe(other?.connection.api);
  });
});
