import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import request, { type Response } from 'supertest';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { startLocalServer, type LocalServer } from '../support/local-server.ts';
import { cookieOf } from '../support/people.ts';

/** A provider that answers whatever a test has it answer. */
const SECRET = 'client-secret-of-a-test';
const mine = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const strangers = generateKeyPairSync('ec', { namedCurve: 'P-256' });

let provider: LocalServer;
let connector: TestConnector;
let idToken = '';
let tokenAnswer: { status: number; body: object } | undefined;

beforeAll(async () => {
  provider = await startLocalServer((incoming, response) => {
    const { status, body } = answerTo(incoming.url ?? '');
    incoming.resume();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  connector = await startConnector({ platforms: { '9001': {} }, insecureHosts: [provider.host] });
  const document = {
    ...{ name: 'Hostile Invented', issuer: provider.url, clientId: 'connector', clientSecret: SECRET, enabled: true },
    ...{ domains: ['acme.example.com'], customerIds: ['9001'], newPeople: 'hr', passwordSignIn: true },
  };
  await connector.admin.post('/api/v1/sign-on-connections', document).expect(201);
}, 60_000);
afterAll(async () => {
  await connector.close();
  await provider.close();
});

function answerTo(path: string): { status: number; body: object } {
  const { url: issuer } = provider;
  if (path.startsWith('/keys'))
    return {
      status: 200,
      body: { keys: [{ ...mine.publicKey.export({ format: 'jwk' }), kid: 'mine', alg: 'ES256' }] },
    };
  if (path.startsWith('/token'))
    return tokenAnswer ?? { status: 200, body: { access_token: 'x', token_type: 'Bearer', id_token: idToken } };
  const endpoints = { authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` };
  const id_token_signing_alg_values_supported = ['ES256', 'HS256', 'none'];
  return {
    status: 200,
    body: { issuer, ...endpoints, jwks_uri: `${issuer}/keys`, id_token_signing_alg_values_supported },
  };
}

interface Forged {
  readonly claims?: object;
  readonly header?: object;
  readonly signature?: (text: string) => Buffer;
}

const byKey =
  ({ privateKey }: typeof mine) =>
  (text: string) =>
    sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });

function toJwt(nonce: string, { claims = {}, header = {}, signature = byKey(mine) }: Forged): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = {
    ...{ iss: provider.url, aud: 'connector', sub: 'ana', iat: now, exp: now + 300, nonce },
    ...{ email: 'ana@acme.example.com', email_verified: true, ...claims },
  };
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${encode({ alg: 'ES256', kid: 'mine', ...header })}.${encode(payload)}`;
  return `${text}.${signature(text).toString('base64url')}`;
}

async function signOn(forged: Forged = {}): Promise<Response> {
  const begun = await request(connector.url).post('/api/v1/session/sign-on').send({ email: 'ana@acme.example.com' });
  const { searchParams } = new URL((begun.body as { url: string }).url);
  idToken = toJwt(searchParams.get('nonce') ?? '', forged);
  const query = `code=0123456789&state=${searchParams.get('state') ?? ''}`;
  return request(connector.url).post('/api/v1/session/sign-on/finish').set('cookie', cookieOf(begun)).send({ query });
}

describe('an ID token', () => {
  it('lets somebody in when nothing is wrong with it', async () => {
    expect((await signOn()).status).toBe(200);
  });

  it.each<[string, Forged]>([
    ['of another issuer', { claims: { iss: 'https://login.example.com' } }],
    ['for another client', { claims: { aud: 'another' } }],
    ['for several clients, used by another', { claims: { aud: ['connector', 'another'], azp: 'another' } }],
    ['that ended', { claims: { iat: 1_700_000_000, exp: 1_700_000_300 } }],
    ['of another sign-in', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['signed by a stranger', { signature: byKey(strangers) }],
    ['with a key that is not published', { header: { kid: 'other' }, signature: byKey(strangers) }],
    ['that is not signed', { header: { alg: 'none' }, signature: () => Buffer.alloc(0) }],
    [
      'signed with the secret that we share',
      { header: { alg: 'HS256' }, signature: (text) => createHmac('sha256', SECRET).update(text).digest() },
    ],
    [
      'signed with the public key as a secret',
      {
        header: { alg: 'HS256' },
        signature: (text) =>
          createHmac('sha256', mine.publicKey.export({ type: 'spki', format: 'pem' }))
            .update(text)
            .digest(),
      },
    ],
  ])('%s is refused', async (_name, forged) => {
    const answer = await signOn(forged);

    expect(answer).toMatchObject({ status: 401, body: { code: 'SIGN_ON_REFUSED' } });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(connector.logLines().join()).not.toContain(idToken);
  });

  it.each([
    ['in letters that only look alike', { email: 'an\u0430@acme.example.com' }],
    ['in letters that lower case turns into others', { email: 'mi\u212Ae@acme.example.com' }],
    ['in a domain below', { email: 'ana@sub.acme.example.com' }],
    ['with two signs @', { email: 'ana@evil.example.com@acme.example.com' }],
    ['verified in words only', { email_verified: 'true' }],
  ])('with an address %s is refused', async (_name, claims) => {
    const answer = await signOn({ claims: { sub: 'somebody else', ...claims } });

    expect(answer).toMatchObject({ status: 401, body: { code: 'SIGN_ON_REFUSED' } });
  });
});

describe('a token endpoint', () => {
  it.each([
    ['refuses our client', { status: 401, body: { error: 'invalid_client' } }, 502, 'SIGN_ON_UNUSABLE'],
    ['knows no such code', { status: 400, body: { error: 'invalid_grant' } }, 401, 'SIGN_ON_REFUSED'],
    ['is down', { status: 503, body: {} }, 503, 'SIGN_ON_UNAVAILABLE'],
    ['redirects', { status: 302, body: {} }, 401, 'SIGN_ON_REFUSED'],
    ['gives no ID token', { status: 200, body: { access_token: 'x', token_type: 'Bearer' } }, 401, 'SIGN_ON_REFUSED'],
    ['answers without end', { status: 200, body: { x: 'y'.repeat(600_000) } }, 503, 'SIGN_ON_UNAVAILABLE'],
  ])('that %s is told of in a sentence', async (_name, answer, status, code) => {
    tokenAnswer = answer;
    const told = await signOn();
    tokenAnswer = undefined;

    expect(told).toMatchObject({ status, body: { code } });
  });
});
