import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { type components } from '../../src/contract/generated/admin.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { codeOf, cookieOf, PASSWORD, somebody } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';

type Connection = components['schemas']['SignOnConnection'];
type NewConnection = components['schemas']['NewSignOnConnection'];

const PUBLIC_URL = 'http://localhost:3999';
const REDIRECT_URI = `${PUBLIC_URL}/console/sign-on`;

let connector: TestConnector;
/** Of one customer, and of another. */
let acme: IdentityProvider;
let other: IdentityProvider;
let connection: Connection;

beforeAll(async () => {
  acme = await startIdentityProvider(REDIRECT_URI);
  other = await startIdentityProvider(REDIRECT_URI);
  connector = await startConnector({
    platforms: { '9001': {}, '9002': {} },
    insecureHosts: [acme.host, other.host],
    environment: { PUBLIC_URL },
  });
  connection = await add(acme, { domains: ['acme.example.com'], customerIds: ['9001'], newPeople: 'hr' });
  await add(other, { domains: ['other.example.com'], customerIds: ['9002'], newPeople: 'hr' });
}, 60_000);
afterAll(async () => {
  await connector.close();
  await acme.close();
  await other.close();
});

const documentOf = (provider: IdentityProvider, changes: Partial<NewConnection>): NewConnection => ({
  ...{ name: 'Acme Invented', issuer: provider.issuer, clientId: provider.clientId },
  ...{ clientSecret: provider.clientSecret, domains: [], customerIds: ['9001'], newPeople: null },
  ...{ passwordSignIn: true, enabled: true, ...changes },
});

async function add(provider: IdentityProvider, changes: Partial<NewConnection>): Promise<Connection> {
  const added = await connector.admin.post('/api/v1/sign-on-connections', documentOf(provider, changes)).expect(201);
  return added.body as Connection;
}

/** Changes the connection for the time of a test. */
async function changed(changes: Partial<NewConnection>, work: () => Promise<void>): Promise<void> {
  const path = `/api/v1/sign-on-connections/${connection.id}`;
  const { id: _id, createdAt: _at, secretReplacedAt: _secret, ...document } = connection;
  await connector.admin.put(path, { ...document, ...changes }).expect(200);
  await work();
  await connector.admin.put(path, document).expect(200);
}

interface Begun {
  readonly url: string;
  readonly cookie: string;
}

async function begin(email: string): Promise<Begun> {
  const answer = await request(connector.url).post('/api/v1/session/sign-on').send({ email }).expect(200);
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-sign-on=.*HttpOnly; Secure; SameSite=Strict/);
  return { url: (answer.body as { url: string }).url, cookie: cookieOf(answer) };
}

const finish = (cookie: string, query: string) =>
  request(connector.url).post('/api/v1/session/sign-on/finish').set('cookie', cookie).send({ query });

/** From the address typed at the sign-in page to our answer. `login` is the subject at the provider. */
async function signOn(email: string, login = email, provider = acme): Promise<Response> {
  const { url, cookie } = await begin(email);
  return finish(cookie, await provider.signIn(url, login));
}

const sessionWith = (answer: Response) => request(connector.url).get('/api/v1/session').set('cookie', cookieOf(answer));

function expectRefused(answer: Response, sentence: RegExp): void {
  expect(answer).toMatchObject({ status: 401, body: { code: 'SIGN_ON_REFUSED' } });
  expect((answer.body as { detail: string }).detail).toMatch(sentence);
  expect(answer.headers['set-cookie']).toBeUndefined();
}

describe('single sign-on', () => {
  it('sends the browser to the provider with PKCE, state and nonce, and lets the person in', async () => {
    const { url, cookie } = await begin('Ana@acme.example.com');
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      ...{ response_type: 'code', client_id: 'connector', redirect_uri: REDIRECT_URI, code_challenge_method: 'S256' },
      ...{ scope: 'openid email profile', state: expect.any(String), nonce: expect.any(String) },
    });

    const answer = await finish(cookie, await acme.signIn(url, 'ana@acme.example.com')).expect(200);

    expect(answer.body).toMatchObject({
      status: 'signed-in',
      person: { email: 'ana@acme.example.com', roles: [{ customerId: '9001', role: 'hr' }], operator: false },
    });
    await sessionWith(answer).expect(200);
  });

  it('knows a person again by the login, whatever address the provider says by then', async () => {
    acme.people.set('bea', { email: 'bea@acme.example.com', email_verified: true });
    const { body } = await signOn('bea@acme.example.com', 'bea').then((answer) => sessionWith(answer).expect(200));
    acme.people.set('bea', { email: 'bea.married@elsewhere.example.com', email_verified: false });

    const again = await sessionWith(await signOn('bea@acme.example.com', 'bea')).expect(200);

    const idOf = (session: unknown) => (session as { person: { id: string } }).person.id;
    expect(idOf(again.body)).toBe(idOf(body));
  });

  it('is in the audit log of the platform, and its secrets are nowhere', async () => {
    await signOn('carla@acme.example.com');

    const { body } = await connector.admin.get('/api/v1/audit?limit=200&customerId=9001').expect(200);
    const actions = (body as { items: { action: string; actor: string }[] }).items
      .filter(({ actor }) => actor === 'carla@acme.example.com')
      .map(({ action }) => action);
    expect(actions.sort()).toEqual(['person.created', 'person.linked', 'person.signed-on']);
    const list = await connector.admin.get('/api/v1/sign-on-connections').expect(200);
    const rows = await queryDatabase(connector.database, `SELECT secret_sealed::text FROM sign_on_connections`);
    const hex = Buffer.from(acme.clientSecret).toString('hex');
    for (const text of [JSON.stringify(body), list.text, connector.logLines().join(), JSON.stringify(rows)]) {
      expect(text).not.toContain(acme.clientSecret);
      expect(text).not.toContain(hex);
    }
  });

  it('goes on when the provider has another key', async () => {
    await signOn('dan@acme.example.com').then((answer) => expect(answer.status).toBe(200));
    acme.rotateKey();

    expect((await signOn('dan@acme.example.com')).status).toBe(200);
  });
});

describe('the page that somebody wanted to see', () => {
  const beginTo = (place: string) =>
    request(connector.url).post('/api/v1/session/sign-on').send({ email: 'xenia@acme.example.com', place });

  it('is named at the end, and is a page of the console only', async () => {
    for (const place of ['https://evil.example.com', '//evil.example.com', '/hires?x=1', '/hires~x'])
      await beginTo(place).expect(400);
    const begun = await beginTo('/hires/01932f7e-5c1a-7cc0-8000-0123456789ab').expect(200);
    const query = await acme.signIn((begun.body as { url: string }).url, 'xenia@acme.example.com');

    const answer = await finish(cookieOf(begun), query).expect(200);

    expect(answer.body).toMatchObject({ place: '/hires/01932f7e-5c1a-7cc0-8000-0123456789ab' });
  });
});

describe('a sign-in that is not the one that was begun', () => {
  it('is refused in another browser, and with another state, without ending the one that was begun', async () => {
    const mine = await begin('ed@acme.example.com');
    const theirs = await begin('flo@acme.example.com');
    const query = await acme.signIn(mine.url, 'ed@acme.example.com');

    expectRefused(await finish(theirs.cookie, query), /another browser/);
    expectRefused(await finish('__Host-sign-on=', query), /another browser/);
    expectRefused(await finish(mine.cookie, query.replace(/state=[^&]+/, 'state=forged')), /another browser/);

    await finish(mine.cookie, query).expect(200);
  });

  it('works once', async () => {
    const { url, cookie } = await begin('gus@acme.example.com');
    const query = await acme.signIn(url, 'gus@acme.example.com');
    await finish(cookie, query).expect(200);

    expectRefused(await finish(cookie, query), /used already/);
  });

  it('is refused after ten minutes', async () => {
    const { url, cookie } = await begin('hal@acme.example.com');
    const query = await acme.signIn(url, 'hal@acme.example.com');
    await queryDatabase(connector.database, `UPDATE sign_ons_begun SET ends_at = now() - interval '1 second'`);

    expectRefused(await finish(cookie, query), /longer than ten minutes/);
  });

  it('is refused when the ID token was made for another nonce, or the code for another browser', async () => {
    const swapped = async (name: string): Promise<Response> => {
      const { url, cookie } = await begin('ida@acme.example.com');
      const asked = new URL(url);
      asked.searchParams.set(name, 'A'.repeat(43));
      return finish(cookie, await acme.signIn(asked.href, 'ida@acme.example.com'));
    };

    expectRefused(await swapped('nonce'), /could not be trusted/);
    expectRefused(await swapped('code_challenge'), /used already/);
    expect(connector.logLines().join()).not.toMatch(/ida@acme|code=/);
  });

  it('is refused when the provider says no', async () => {
    const { url, cookie } = await begin('jan@acme.example.com');
    const state = new URL(url).searchParams.get('state') ?? '';

    const answer = await finish(cookie, `error=access_denied&error_description=x&state=${state}&iss=${acme.issuer}`);

    expectRefused(answer, /said no/);
  });
});

describe('whom a provider does not speak for', () => {
  it('are people of other domains, even when another connection speaks for them', async () => {
    acme.people.set('kim', { email: 'kim@other.example.com', email_verified: true });

    expectRefused(await signOn('kim@acme.example.com', 'kim'), /does not speak for your e-mail address/);
  });

  it('are logins of another connection with the same subject', async () => {
    acme.people.set('lea', { email: 'lea@acme.example.com', email_verified: true });
    await signOn('lea@acme.example.com', 'lea').then((answer) => expect(answer.status).toBe(200));
    other.people.set('lea', { email: 'lea@acme.example.com', email_verified: true });

    expectRefused(await signOn('lea@other.example.com', 'lea', other), /does not speak for your e-mail address/);
  });

  it('are addresses that are not verified', async () => {
    acme.people.set('max', { email: 'max@acme.example.com', email_verified: false });
    expectRefused(await signOn('max@acme.example.com', 'max'), /not say that your e-mail address is verified/);
  });

  it('are operators', async () => {
    await somebody(connector, 'olga@acme.example.com');

    expectRefused(await signOn('olga@acme.example.com'), /password and second factor/);
  });

  it('are accounts that belong to another login, until the account was disabled and enabled', async () => {
    acme.people.set('nia-old', { email: 'nia@acme.example.com', email_verified: true });
    acme.people.set('nia-new', { email: 'nia@acme.example.com', email_verified: true });
    const first = await signOn('nia@acme.example.com', 'nia-old');
    const { id } = (first.body as { person: { id: string } }).person;
    expectRefused(await signOn('nia@acme.example.com', 'nia-new'), /belongs to another login/);

    await connector.admin.put(`/api/v1/people/${id}`, { disabled: true }).expect(200);
    await sessionWith(first).expect(401);
    expectRefused(await signOn('nia@acme.example.com', 'nia-old'), /disabled/);
    await connector.admin.put(`/api/v1/people/${id}`, { disabled: false }).expect(200);

    expect((await signOn('nia@acme.example.com', 'nia-new')).status).toBe(200);
  });

  it('is told of to nobody who has not signed in there', async () => {
    const known = await begin('ana@acme.example.com');
    const unknown = await begin('nobody@acme.example.com');

    const withoutChance = ({ url }: Begun) => url.replace(/(state|nonce|code_challenge|login_hint)=[^&]+/g, '');
    expect(withoutChance(unknown)).toBe(withoutChance(known));
    const answer = await request(connector.url)
      .post('/api/v1/session/sign-on')
      .send({ email: 'x@nowhere.example.com' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});

describe('a session by single sign-on', () => {
  it('reaches the platforms of its connection only', async () => {
    const person = await somebody(connector, 'pia@acme.example.com', [
      { customerId: '9001', role: 'hr' },
      { customerId: '9002', role: 'admin' },
    ]);
    await person.call('get', '/api/v1/platforms/9002').expect(200);

    const answer = await signOn('pia@acme.example.com');

    expect(answer.body).toMatchObject({ access: [{ customerId: '9001' }] });
    const get = (path: string) => request(connector.url).get(path).set('cookie', cookieOf(answer));
    await get('/api/v1/platforms/9001').expect(200);
    await get('/api/v1/platforms/9002').expect(404);
    await get('/api/v1/people').expect(403);
  });

  it('ends when the connection is turned off', async () => {
    const answer = await signOn('quin@acme.example.com');
    await changed({ enabled: false }, async () => {
      await sessionWith(answer).expect(401);
      await request(connector.url).post('/api/v1/session/sign-on').send({ email: 'quin@acme.example.com' }).expect(404);
    });
    await sessionWith(answer).expect(401);
  });

  it('and its links end when the issuer changes: there the same subject is somebody else', async () => {
    acme.people.set('rob', { email: 'rob@acme.example.com', email_verified: true });
    other.people.set('rob', { email: 'impostor@other.example.com', email_verified: true });
    const answer = await signOn('rob@acme.example.com', 'rob');

    await changed({ issuer: other.issuer }, async () => {
      await sessionWith(answer).expect(401);
      expectRefused(await signOn('rob@acme.example.com', 'rob', other), /does not speak for/);
    });
  });
});

describe('who comes for the first time', () => {
  it('needs an invitation where only invited people are let in, and has its roles', async () => {
    await changed({ newPeople: null }, async () => {
      expectRefused(await signOn('sam@acme.example.com'), /Ask an admin of your platform for an invitation/);
      const invited = {
        email: 'sam@acme.example.com',
        operator: false,
        roles: [{ customerId: '9001', role: 'auditor' }],
      };
      const { body } = await connector.admin.post('/api/v1/invitations', invited).expect(201);

      const answer = await signOn('sam@acme.example.com');

      expect(answer.body).toMatchObject({ person: { roles: invited.roles } });
      const token = new URL((body as { url: string }).url).hash.slice(1);
      await request(connector.url).post('/api/v1/invitations/read').send({ token }).expect(404);
    });
  });

  it('becomes one account when coming twice at once', async () => {
    const both = await Promise.all([signOn('tom@acme.example.com'), signOn('tom@acme.example.com')]);

    expect(both.some(({ status }) => status === 200)).toBe(true);
    const accounts = await queryDatabase(connector.database, `SELECT FROM people WHERE email = 'tom@acme.example.com'`);
    expect(accounts).toHaveLength(1);
  });
});

describe('single sign-on only', () => {
  const signIn = (body: object) => request(connector.url).post('/api/v1/session').send(body);

  it('ends password sessions, takes no password, and tells so only to who knows it; operators keep theirs', async () => {
    const person = await somebody(connector, 'uma@acme.example.com', [{ customerId: '9001', role: 'hr' }]);
    const operator = await somebody(connector, 'vera@acme.example.com');
    await changed({ passwordSignIn: false }, async () => {
      await person.call('get', '/api/v1/session').expect(401);
      const refused = await signIn({ email: person.email, password: PASSWORD }).expect(403);
      expect((refused.body as { detail: string }).detail).toMatch(/single sign-on only/);
      await signIn({ email: person.email, password: 'wrong guess' }).expect(401);
      await operator.call('get', '/api/v1/session').expect(200);
      const half = await signIn({ email: operator.email, password: PASSWORD }).expect(200);
      expect(half.body).toEqual({ status: 'second-factor-needed' });
      expect((await signOn(person.email)).status).toBe(200);
    });
    await signIn({ email: person.email, password: PASSWORD, code: person.recoveryCodes[0] }).expect(200);
  });

  it('makes no account with a password of an invitation', async () => {
    await changed({ passwordSignIn: false }, async () => {
      const invited = { email: 'will@acme.example.com', operator: false, roles: [{ customerId: '9001', role: 'hr' }] };
      const { body } = await connector.admin.post('/api/v1/invitations', invited).expect(201);
      const token = new URL((body as { url: string }).url).hash.slice(1);
      const read = await request(connector.url).post('/api/v1/invitations/read').send({ token }).expect(200);
      const code = codeOf((read.body as { totpUri: string }).totpUri);

      const accepted = { token, email: invited.email, name: 'Will', password: PASSWORD, code };
      await request(connector.url).post('/api/v1/invitations/accept').send(accepted).expect(403);
    });
  });
});
