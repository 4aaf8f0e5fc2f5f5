import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import request from 'supertest';
import { HMAC_SCHEME, hmacSignature, sha256 } from '../../src/sandbox/hmac.ts';
import { aMove } from '../support/an-offer-accepted.ts';
import { ADMIN_TOKEN, startConnector, type TestConnector } from '../support/connector.ts';
import { basicHeader } from '../support/send-event.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

/** One request written by hand, and all that comes back until the other side closes. */
function raw(head: readonly string[], body = ''): Promise<string> {
  const { port } = new URL(connector.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => (answer += text));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
    socket.write([...head, '', body].join('\r\n'));
  });
}

const event = (): string =>
  JSON.stringify(aMove(connector.theirs(), connector.theirs().candidate('h1b-new-graduate'), 'interview'));

function post(target: string, authorization?: string, body = event()): Promise<string> {
  const { basic } = connector.theirs().credentials.events;
  return raw(
    [
      `POST ${target} HTTP/1.1`,
      `Host: ${new URL(connector.url).host}`,
      'Connection: close',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `Authorization: ${authorization ?? basicHeader(basic.username, basic.password)}`,
    ],
    body,
  );
}

const statusOf = (answer: string): number => Number(answer.split(' ')[1]);

describe('a request target of another form', () => {
  it.each([
    ['http://evil.example.com/icims/v1/events', 200],
    ['HTTP://evil.example.com/icims/v1/events?x', 400],
    ['/icims/v1/events#x', 404],
    ['/icims/v1/events#', 404],
    ['http://evil.example.com/icims/v1/events#x', 404],
    ['//evil.example.com/icims/v1/events', 404],
  ])('%s is answered %i', async (target, status) => {
    expect(statusOf(await post(target))).toBe(status);
  });

  it('is answered in the vendor form, and in that of tokens', async () => {
    expect(await post('/icims/v1/events#x')).toContain('"debugErrorMessage":"NOT_FOUND ref=');
    expect(await post('/oauth/token#x')).toMatch(/ 404 [^]*"error":"invalid_request"/);
  });

  it('in absolute form is verified by HMAC as it was received', async () => {
    const { user, key } = connector.theirs().credentials.events.hmac;
    const target = 'http://evil.example.com/icims/v1/events';
    const body = event();
    const headers = {
      'x-icims-content-sha256': sha256(Buffer.from(body)),
      'x-icims-date': new Date().toISOString().replace(/\.\d+Z$/, '+0000'),
    };
    const signedFor = (path: string): string => {
      const signature = hmacSignature({ method: 'POST', path, query: '', headers }, key);
      return `${HMAC_SCHEME} user=${user},signedheaders=${Object.keys(headers).join(';')},signature=${signature}`;
    };
    const send = (path: string): Promise<string> =>
      raw(
        [
          `POST ${target} HTTP/1.1`,
          'Host: x',
          'Connection: close',
          'Content-Type: application/json',
          `Content-Length: ${Buffer.byteLength(body)}`,
          ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
          `Authorization: ${signedFor(path)}`,
        ],
        body,
      );

    expect(statusOf(await send(target))).toBe(200);
    expect(statusOf(await send('/icims/v1/events'))).toBe(401);
  });
});

describe('a path that cannot be decoded', () => {
  it('is answered 401 to a stranger of the admin API, and 400 to its admin', async () => {
    const stranger = await request(connector.url).get('/api/v1/platforms/%ff');
    const admin = await connector.admin.get('/api/v1/platforms/%ff');

    expect([stranger.status, admin.status]).toEqual([401, 400]);
    expect(admin.body).toMatchObject({ status: 400, code: 'INVALID_REQUEST' });
  });

  it.each([
    ['/console/cases/%ff', {}, 400],
    ['/docs/assets/%ff', {}, 404],
    ['/docs/partner.yaml', { range: 'bytes=99999999-' }, 416],
  ])('%s is a problem without a word about us', async (path, headers: Record<string, string>, status) => {
    const answer = await request(connector.url).get(path).set(headers);

    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ 'content-type': expect.stringContaining('application/problem+json') });
    expect(answer.text).not.toMatch(/%ff|URIError|decode|node_modules|src\/|99999999/i);
  });
});

describe('every answer of the admin API', () => {
  it.each(['/api/v1/hires', '/api/v1/nothing', '/api/v1/audit', '/health/ready', '/metrics'])(
    '%s is kept by no cache and guessed at by no browser',
    async (path) => {
      expect((await connector.admin.get(path)).headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it.each(['/health/live', '/health/ready', '/metrics', '/api/v1/platforms'])('%s answers HEAD', async (path) => {
    const answer = await request(connector.url).head(path).set('authorization', `Bearer ${ADMIN_TOKEN}`);

    expect([answer.status, answer.body]).toEqual([200, {}]);
  });
});

describe('a span of time', () => {
  it.each([
    '2026-19-39T00:00:00Z',
    '2026-01-01T23:59:60Z',
    '2026-01-01T00:00:00%2B99:99',
    '2026-02-30T00:00:00Z',
    '0000-01-01T00:00:00Z',
    'yesterday',
  ])('from %s is refused, and the parameter is named', async (from) => {
    const { status, body } = await connector.admin.get(`/api/v1/hires?from=${from}`);

    expect(status).toBe(400);
    expect(body.errors[0].pointer).toBe('from');
  });

  it.each(['2026-01-01T00:00:00Z', '2026-01-01T00%3A00%3A00.5%2B02%3A00', '2028-02-29T00:00:00Z'])(
    'to %s is taken',
    async (to) => {
      await connector.admin.get(`/api/v1/audit?to=${to}`).expect(200);
    },
  );
});

describe('an answer before the body was read', () => {
  it.each([
    ['413', '/icims/v1/events', ['Content-Type: application/json', 'Content-Length: 2000000']],
    ['415', '/icims/v1/events', ['Content-Type: text/plain', 'Content-Length: 2000000']],
    ['404', '/nothing', ['Content-Length: 2000000']],
    ['401', '/api/v1/hires', ['Transfer-Encoding: chunked']],
  ])('%s of %s ends the connection', async (status, target, headers) => {
    // Resolves only when the other side closes.
    const answer = await raw([`POST ${target} HTTP/1.1`, 'Host: x', ...headers], '');

    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/\r\nConnection: close\r\n/i);
  });
});

describe('wrong credentials in numbers', () => {
  it('are put off, while the right one of the same name and address passes', async () => {
    const { basic } = connector.theirs().credentials.events;
    const wrong = basicHeader(basic.username, 'wrong');
    const answers: string[] = [];
    for (let at = 0; at < 55; at += 1) answers.push(await post('/icims/v1/events', wrong));

    expect(new Set(answers.map(statusOf))).toEqual(new Set([401, 429]));
    expect(answers.at(-1)).toMatch(/\r\nRetry-After: \d+\r\n/);
    expect(statusOf(await post('/icims/v1/events'))).toBe(200);
  });

  it('are put off for tokens too', async () => {
    const { clientId, clientSecret } = connector.theirs().credentials.events.oauth2;
    const ask = (client_secret: string) =>
      request(connector.url)
        .post('/oauth/token')
        .send({ grant_type: 'client_credentials', client_id: clientId, client_secret });
    const statuses: number[] = [];
    for (let at = 0; at < 55; at += 1) statuses.push((await ask('wrong')).status);

    expect(statuses.at(-1)).toBe(429);
    expect((await ask(clientSecret)).status).toBe(200);
  });
});
