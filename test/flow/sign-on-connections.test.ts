import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { startLocalServer } from '../support/local-server.ts';
import { somebody, type SignedIn } from '../support/people.ts';

type Connection = components['schemas']['SignOnConnection'];

let connector: TestConnector;
let provider: IdentityProvider;
let admin: SignedIn;

beforeAll(async () => {
  provider = await startIdentityProvider('http://localhost:3999/console/sign-on');
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} }, insecureHosts: [provider.host] });
  admin = await somebody(connector, 'admin@example.com', [{ customerId: '9001', role: 'admin' }]);
}, 60_000);
afterAll(async () => {
  await connector.close();
  await provider.close();
});

const PATH = '/api/v1/sign-on-connections';
let made = 0;
const documentOf = (changes: object = {}) => ({
  ...{ name: 'Acme Invented', issuer: provider.issuer, clientId: provider.clientId },
  ...{ clientSecret: provider.clientSecret, domains: [`c${(made += 1)}.example.com`], customerIds: ['9001'] },
  ...{ newPeople: null, passwordSignIn: true, enabled: true, ...changes },
});

async function add(changes: object = {}): Promise<Connection> {
  const { body } = await connector.admin.post(PATH, documentOf(changes)).expect(201);
  return body as Connection;
}

describe('who may do what with sign-on connections', () => {
  it('operators add them; an admin of a platform may not, nor change domains', async () => {
    const { id, ...before } = await add();
    const { createdAt: _at, secretReplacedAt: _secret, ...document } = before;

    await admin.call('post', PATH, documentOf()).expect(403);
    await admin.call('put', `${PATH}/${id}`, { ...document, domains: ['example.org'] }).expect(403);
    await admin.call('delete', `${PATH}/${id}`).expect(403);
  });

  it('an admin of all its platforms sees one, tests it and replaces its secret, which is never shown', async () => {
    const { id } = await add();

    const list = await admin.call('get', PATH).expect(200);
    const tested = await admin.call('post', `${PATH}/${id}/test`).expect(200);
    await admin.call('put', `${PATH}/${id}/secret`, { clientSecret: 'a-new-secret' }).expect(204);

    expect(list.body).toMatchObject({ redirectUri: `${connector.consoleUrl}/console/sign-on` });
    expect((list.body as { items: Connection[] }).items.map((one) => one.id)).toContain(id);
    expect(tested.body).toEqual({ works: true, detail: 'The provider answers and has 1 key.' });
    const { text } = await connector.admin.get(PATH).expect(200);
    const audit = await connector.admin.get('/api/v1/audit?limit=200').expect(200);
    for (const told of [text, audit.text, connector.logLines().join()])
      expect(told).not.toMatch(/a-new-secret|client-secret-of-a-test/);
    expect(audit.text).toContain('sign-on.secret-replaced');
  });

  it('one that also reaches a foreign platform is not there for them', async () => {
    const foreign = [await add({ customerIds: ['9002'] }), await add({ customerIds: ['9001', '9002'] })];

    const list = await admin.call('get', PATH).expect(200);

    for (const { id } of foreign) {
      expect(list.text).not.toContain(id);
      await admin.call('post', `${PATH}/${id}/test`).expect(404);
      await admin.call('put', `${PATH}/${id}/secret`, { clientSecret: 'mine now' }).expect(400);
      await admin.call('put', `${PATH}/${id}/secret`, { clientSecret: 'mine-now' }).expect(404);
    }
  });
});

describe('a sign-on connection', () => {
  it('cannot speak for a domain of another one', async () => {
    const first = await add({ domains: ['one.example.net', 'two.example.net'] });
    const second = await add();
    const { id, createdAt: _at, secretReplacedAt: _secret, ...document } = second;

    await connector.admin.post(PATH, documentOf({ domains: ['two.example.net'] })).expect(409);
    await connector.admin.put(`${PATH}/${id}`, { ...document, domains: ['one.example.net'] }).expect(409);
    await connector.admin.delete(`${PATH}/${first.id}`).expect(204);

    await connector.admin.put(`${PATH}/${id}`, { ...document, domains: ['one.example.net'] }).expect(200);
  });

  it.each([
    ['a plain address', { issuer: 'http://login.example.com' }, /only https/],
    ['a private address', { issuer: 'https://10.0.0.7/tenant' }, /not a public one/],
    ['the metadata of a cloud', { issuer: 'https://169.254.169.254' }, /not a public one/],
    ['a platform that is not there', { customerIds: ['7777777'] }, /no platform 7777777/],
    ['the role admin for everybody', { newPeople: 'admin' }, /fault/],
    ['a domain with a path', { domains: ['example.com/x'] }, /fault/],
  ])('is refused with %s', async (_name, changes, sentence) => {
    const answer = await connector.admin.post(PATH, documentOf(changes));

    expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    expect((answer.body as { detail: string }).detail).toMatch(sentence);
  });

  it('says by its test what is wrong with the provider', async () => {
    const test = async (changes: object): Promise<unknown> => {
      const { id } = await add(changes);
      return (await connector.admin.post(`${PATH}/${id}/test`).expect(200)).body;
    };

    expect(await test({ issuer: `${provider.issuer}/elsewhere` })).toMatchObject({ works: false });
    expect(await test({ issuer: 'https://nobody.invalid' })).toMatchObject({
      works: false,
      detail: expect.stringMatching(/does not answer/),
    });
  });

  it('is not led to a private address by what the provider describes, nor to a script', async () => {
    const described = async (changes: object): Promise<unknown> => {
      const server = await startLocalServer((_request, response) => {
        const issuer = server.url;
        const endpoints = {
          authorization_endpoint: `${issuer}/a`,
          token_endpoint: `${issuer}/t`,
          jwks_uri: `${issuer}/k`,
        };
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ issuer, ...endpoints, ...changes }));
      });
      const own = await startConnector({ platforms: { '9001': {} }, insecureHosts: [server.host] });
      const { body } = await own.admin.post(PATH, documentOf({ issuer: server.url, domains: ['x.example.com'] }));
      const answers = [
        await own.admin.post('/api/v1/session/sign-on', { email: 'ana@x.example.com' }),
        await own.admin.post(`${PATH}/${(body as Connection).id}/test`),
      ];
      await own.close();
      await server.close();
      return answers.map(({ status, body: { code, works } }) => ({ status, code, works }));
    };
    const unusable = { status: 502, code: 'SIGN_ON_UNUSABLE' };

    expect(await described({ authorization_endpoint: 'javascript:alert(1)' })).toMatchObject([unusable, {}]);
    expect(await described({ authorization_endpoint: 'http://127.0.0.1:1/' })).toMatchObject([unusable, {}]);
    expect(await described({ jwks_uri: 'http://127.0.0.1:1/keys' })).toMatchObject([{ status: 200 }, { works: false }]);
    expect(await described({ issuer: 'https://login.example.com' })).toMatchObject([unusable, { works: false }]);
  });
});

it('a provider that is down is told of as such, and the password stays', async () => {
  const gone = await startLocalServer(() => undefined);
  await gone.close();
  const own = await startConnector({ platforms: { '9001': {} }, insecureHosts: [gone.host] });
  await own.admin.post(PATH, documentOf({ issuer: gone.url, domains: ['down.example.com'] })).expect(201);

  const answer = await own.admin.post('/api/v1/session/sign-on', { email: 'ana@down.example.com' });

  expect(answer).toMatchObject({ status: 503, body: { code: 'SIGN_ON_UNAVAILABLE' } });
  expect((answer.body as { detail: string }).detail).toMatch(/does not answer just now.*use your password/);
  await own.close();
});

it('beginnings and ends of sign-ins are braked by address', async () => {
  const own = await startConnector({ platforms: {} });
  const begin = () => own.admin.post('/api/v1/session/sign-on', { email: 'ana@nowhere.example.com' });
  const finish = () => own.admin.post('/api/v1/session/sign-on/finish', { query: 'code=x' });
  for (let tries = 0; tries < 50; tries += 1) {
    await begin().expect(404);
    await finish().expect(401);
  }

  await begin().expect(429);
  await finish().expect(429);
  await own.close();
});
