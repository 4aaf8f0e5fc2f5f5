import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { createIcims } from '../../src/icims/create-icims.ts';
import { type IcimsWarning, type ObservedCall } from '../../src/icims/icims-call.ts';
import { type CallContext, type Icims } from '../../src/icims/icims.ts';
import { type IcimsAuth, type Platform } from '../../src/platforms/platform.ts';
import { createHttp } from '../../src/runtime/http.ts';
import { anIcimsPlatform, anOAuth2 } from '../support/an-icims-platform.ts';
import { type LocalServer, startLocalServer } from '../support/local-server.ts';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
type Answer = (request: Received, response: ServerResponse) => void;

const person = { profile: 'people', id: '7301', fields: ['lastname', 'firstname'] } as const;
const results = { profile: 'applicantworkflows', id: '40211', collection: 'assessmentresults' } as const;

let server: LocalServer;
let icims: Icims;
let received: Received[];
let tokensIssued: number;
let observed: ObservedCall[];
let warnings: IcimsWarning[];
let answer: Answer;
let answerToken: Answer;

const call = (priority: CallContext['priority'] = 'interactive'): CallContext => ({
  priority,
  signal: AbortSignal.timeout(5_000),
});
const json = (status: number, body: unknown, headers: Record<string, string | string[]> = {}): Answer => {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
};
const issueToken: Answer = (request, response) => {
  tokensIssued += 1;
  const body = { access_token: `token-${tokensIssued}`, token_type: 'Bearer', expires_in: 86_400 };
  json(200, body)(request, response);
};

beforeEach(async () => {
  [received, observed, warnings, tokensIssued] = [[], [], [], 0];
  answer = json(200, { firstname: 'Test' });
  answerToken = issueToken;
  server = await startLocalServer((request, response) => {
    void text(request).then((body) => {
      const { method, url, headers } = request;
      const one = { method, url, headers, body };
      if (url !== '/oauth/token') received.push(one);
      (url === '/oauth/token' ? answerToken : answer)(one, response);
    });
  });
  icims = createIcims({
    http: createHttp({ insecureHosts: new Set([server.host]), userAgent: 'connector-test' }),
    clock: () => new Date(),
    observe: (one) => observed.push(one),
    onWarning: (one) => warnings.push(one),
  });
});
afterEach(() => server.close());

const platformWith = (auth: IcimsAuth = anOAuth2(`${server.url}/oauth/token`)): Platform =>
  anIcimsPlatform({ apiBaseUrl: server.url, auth });

describe('reading from iCIMS', () => {
  it('asks for the named fields in one order and answers the profile as it came', async () => {
    answer = json(200, { firstname: 'Test', added: { by: 'iCIMS' } });

    const profile = await icims.readProfile(platformWith(), person, call());

    expect(profile).toEqual({ firstname: 'Test', added: { by: 'iCIMS' } });
    expect(received[0]).toMatchObject({ method: 'GET', url: '/customers/9001/people/7301?fields=firstname,lastname' });
  });

  it('reads a collection with its entry numbers, and an absent one as empty', async () => {
    answer = json(200, { assessmentresults: [{ entry: 77, assessmentnotes: 'a' }, { entry: '78' }, { no: 'entry' }] });
    expect(await icims.readCollection(platformWith(), results, call())).toEqual([
      { entry: '77', values: { assessmentnotes: 'a' } },
      { entry: '78', values: {} },
    ]);
    expect(received[0]?.url).toBe('/customers/9001/applicantworkflows/40211?fields=assessmentresults');

    answer = json(200, {});
    expect(await icims.readCollection(platformWith(), results, call())).toEqual([]);
  });

  it('reads which fields a profile type has', async () => {
    answer = json(200, { type: 'object', properties: { status: {}, source: { type: 'string', title: 'Source' } } });
    expect(await icims.readSchema(platformWith(), 'applicantworkflows', call())).toEqual([
      { id: 'status', label: null, shape: 'text', list: null, fields: [] },
      { id: 'source', label: 'Source', shape: 'text', list: null, fields: [] },
    ]);
    expect(received[0]?.url).toBe('/customers/9001/profiledefinitions/v1/submittal/schema');
  });

  it('reads a list page by page, until a page is not full', async () => {
    const full = Array.from({ length: 1000 }, (_, at) => ({ id: `C${at + 1}`, value: `Node ${at}` }));
    const last = [{ id: 'C2001', value: 'Last' }, { no: 'node' }];
    answer = (request, response) => {
      const children = request.url?.endsWith('page=0') === true ? full : last;
      json(200, { children, _links: {} })(request, response);
    };

    const nodes = await icims.readNodes(platformWith(), 'lists.statuses', call());

    expect(nodes).toHaveLength(1001);
    expect(nodes.at(-1)).toEqual({ id: 'C2001', label: 'Last' });
    expect(received.map(({ url }) => url?.split('/v2/')[1])).toEqual([
      'lists/lists.statuses?size=1000&page=0',
      'lists/lists.statuses?size=1000&page=1',
    ]);
  });

  it('asks for no list whose id is none', async () => {
    await expect(icims.readNodes(platformWith(), '../people/7301', call())).rejects.toMatchObject({
      code: 'ICIMS_REFUSED',
    });
    expect(received).toEqual([]);
  });

  it('takes a 200 that is no JSON object as unavailable', async () => {
    for (const body of ['<html>maintenance</html>', '[]', '"x"', '', '{"firstname":']) {
      answer = (_request, response) => response.writeHead(200).end(body);
      await expect(icims.readProfile(platformWith(), person, call())).rejects.toMatchObject({
        kind: 'unavailable',
        code: 'ICIMS_UNAVAILABLE',
      });
    }
  });

  it('ends with the deadline of the call', async () => {
    answer = () => undefined;
    const context = { ...call(), signal: AbortSignal.timeout(200) };
    await expect(icims.readProfile(platformWith(), person, context)).rejects.toMatchObject({
      code: 'ICIMS_UNAVAILABLE',
    });
    expect(observed.at(-1)).toMatchObject({ operation: 'readProfile', status: 0 });
  });

  it('makes no call for an id that is none', async () => {
    const wrong = icims.readProfile(platformWith(), { ...person, id: '../9002/people/1' }, call());
    await expect(wrong).rejects.toMatchObject({ kind: 'rejected', code: 'ICIMS_REFUSED' });
    expect(received).toEqual([]);
  });
});

describe('writing to iCIMS', () => {
  const values = { assessmentname: { value: 'H-1B' }, assessmentnotes: 'Zoë' };

  it('adds an entry with its length and answers the number from Location', async () => {
    const location = `${server.url}/customers/9001/applicantworkflows/40211/fields/assessmentresults/77`;
    answer = (_request, response) => response.writeHead(201, { location }).end();

    expect(await icims.addEntry(platformWith(), { ...results, values }, call())).toBe('77');

    expect(received[0]).toMatchObject({
      method: 'POST',
      url: '/customers/9001/applicantworkflows/40211/fields/assessmentresults',
      body: JSON.stringify(values),
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(JSON.stringify(values))),
      },
    });
  });

  it('answers null when iCIMS dropped an identical entry and names none', async () => {
    answer = json(200, {});
    expect(await icims.addEntry(platformWith(), { ...results, values }, call())).toBeNull();
  });

  it('changes an entry, and passes on which parts had no effect', async () => {
    answer = json(200, {}, { 'x-warning': ['4:Notes:must be lowercase', '9:Zoë'], 'x-transaction': 'abc-1' });

    await icims.changeEntry(
      platformWith(),
      { ...results, entry: '77', values: { assessmentstatus: { id: 'D1' } } },
      call(),
    );

    expect(received[0]).toMatchObject({
      method: 'PATCH',
      url: '/customers/9001/applicantworkflows/40211/fields/assessmentresults/77',
      body: '{"assessmentstatus":{"id":"D1"}}',
    });
    expect(warnings).toEqual([
      {
        customerId: '9001',
        operation: 'changeEntry',
        target: 'applicantworkflows/40211/fields/assessmentresults/77',
        problems: [
          { code: '4', field: 'Notes' },
          { code: '9', field: null },
        ],
        transaction: 'abc-1',
      },
    ]);
  });

  it('takes a web page as no success', async () => {
    answer = (_request, response) => response.writeHead(200).end('<html>Sign in</html>');
    const change = icims.changeEntry(platformWith(), { ...results, entry: '77', values }, call());
    await expect(change).rejects.toMatchObject({ code: 'ICIMS_UNAVAILABLE' });
  });
});

describe('showing iCIMS who we are', () => {
  it('by one token for twenty calls at once, asked for with a form', async () => {
    const forms: Received[] = [];
    answerToken = (request, response) => {
      forms.push(request);
      issueToken(request, response);
    };

    await Promise.all(Array.from({ length: 20 }, () => icims.readProfile(platformWith(), person, call())));

    expect(forms).toHaveLength(1);
    expect(forms[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(forms[0]?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'client-1',
      client_secret: 'canary-secret',
      audience: 'https://api.icims.com/v1/',
    });
    expect(new Set(received.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer token-1']));
  });

  it('by one new token and one more try each when a token ends while twenty calls are under way', async () => {
    await icims.readProfile(platformWith(), person, call());
    answer = (request, response) => {
      const ended = request.headers.authorization === 'Bearer token-1';
      json(ended ? 401 : 200, {})(request, response);
    };

    await Promise.all(Array.from({ length: 20 }, () => icims.readProfile(platformWith(), person, call())));

    expect(tokensIssued).toBe(2);
    expect(received.length).toBeLessThanOrEqual(41);
  });

  it('and gives up at the second 401, without asking for a token on every further call', async () => {
    answer = json(401, { errors: [{ errorCode: 6, errorMessage: 'Invalid user name or password' }] });
    for (let count = 0; count < 3; count += 1) {
      await expect(icims.readProfile(platformWith(), person, call())).rejects.toMatchObject({
        kind: 'unauthenticated',
        code: 'ICIMS_ACCESS',
        facts: { status: 401, errors: '6' },
      });
    }
    expect(tokensIssued).toBe(2);
    expect(received).toHaveLength(4);
  });

  it.each([400, 401, 403])('and says so when the token endpoint answers %d', async (status) => {
    answerToken = json(status, { error: 'invalid_client' });
    await expect(icims.readProfile(platformWith(), person, call())).rejects.toMatchObject({ code: 'ICIMS_ACCESS' });
    expect(received).toEqual([]);
    expect(observed).toMatchObject([{ operation: 'token', status }]);
  });

  it.each<[string, Answer]>([
    ['503', json(503, {}, { 'retry-after': '7' })],
    ['200 without a token', json(200, { access_token: '' }, { 'retry-after': '7' })],
  ])('and waits when the token endpoint answers %s', async (_what, wrong) => {
    answerToken = wrong;
    await expect(icims.readProfile(platformWith(), person, call())).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'ICIMS_UNAVAILABLE',
      retryAfterMs: 7_000,
    });
  });

  it('by user name and password', async () => {
    await icims.readProfile(platformWith({ type: 'basic', username: 'api-user', password: 'pä:ss' }), person, call());
    expect(received[0]?.headers.authorization).toBe(`Basic ${Buffer.from('api-user:pä:ss').toString('base64')}`);
    expect(tokensIssued).toBe(0);
  });

  it('by a signature over what is really sent', async () => {
    const platform = platformWith({ type: 'hmac', user: 'api-user', key: 'example-shared-key' });
    await icims.readProfile(platform, person, call());
    await icims.changeEntry(platform, { ...results, entry: '77', values: { a: 1 } }, call());

    const signed = received.map(({ headers }) => /signedheaders=([^,]+)/.exec(headers.authorization ?? '')?.[1]);
    expect(signed).toEqual(['host;x-icims-date', 'content-type;host;x-icims-content-sha256;x-icims-date']);
    expect(received.map(({ headers }) => headers.host)).toEqual([server.host, server.host]);
    expect(received[1]?.headers['content-type']).toBe('application/json');
  });

  it('and never in a failure', async () => {
    answer = json(
      400,
      { errors: [{ errorCode: 1, errorMessage: 'canary-value is wrong' }] },
      { 'x-error': '1:x:canary-value' },
    );
    const changes = { ...results, entry: '77', values: { note: 'canary-value' } };
    const failed = await icims.changeEntry(platformWith(), changes, call()).catch((error: unknown) => error);
    answerToken = json(401, { error_description: 'canary-secret is wrong' });
    const refused = await icims
      .readProfile({ ...platformWith(), customerId: '9002' }, person, call())
      .catch((error: unknown) => error);

    expect([failed, refused]).toMatchObject([{ code: 'ICIMS_REFUSED' }, { code: 'ICIMS_ACCESS' }]);
    expect(inspect([failed, refused], { depth: 10, showHidden: true })).not.toMatch(/canary|token-1/);
  });
});

describe('the daily allowance', () => {
  const left = (remaining: number) => ({ 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': String(remaining) });

  it('is what iCIMS said last', async () => {
    answer = json(200, {}, left(640));
    await icims.readProfile(platformWith(), person, call());
    expect(icims.allowanceOf(platformWith())).toMatchObject({ limit: 1000, remaining: 640 });
  });

  it('keeps a reserve that background calls do not touch', async () => {
    answer = json(200, {}, left(200));
    await icims.readProfile(platformWith(), person, call());

    const background = icims.readProfile(platformWith(), person, call('background'));
    await expect(background).rejects.toMatchObject({ kind: 'unavailable', code: 'ICIMS_ALLOWANCE_USED' });
    await icims.readProfile(platformWith(), person, call());
    expect(received).toHaveLength(2);
  });

  it('stops everything when iCIMS says with a 429 that nothing is left', async () => {
    answer = json(429, {}, { ...left(0), 'x-ratelimit-reset': '60' });
    await expect(icims.readProfile(platformWith(), person, call())).rejects.toMatchObject({
      code: 'ICIMS_UNAVAILABLE',
      retryAfterMs: 60_000,
    });
    await expect(icims.readProfile(platformWith(), person, call())).rejects.toMatchObject({
      code: 'ICIMS_ALLOWANCE_USED',
    });
    expect(received).toHaveLength(1);
  });
});

it('tells of every call that was made, with its status', async () => {
  await icims.readProfile(platformWith(), person, call());
  answer = json(404, {});
  await icims.readCollection(platformWith(), results, call()).catch(() => undefined);
  expect(observed).toEqual([
    { customerId: '9001', operation: 'token', status: 200, ms: expect.any(Number) },
    { customerId: '9001', operation: 'readProfile', status: 200, ms: expect.any(Number) },
    { customerId: '9001', operation: 'readCollection', status: 404, ms: expect.any(Number) },
  ]);
});
