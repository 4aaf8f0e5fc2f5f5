import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type components } from '../../src/contract/generated/admin.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { browserOf, codeOf, cookieOf, PASSWORD, somebody, type Browser, type SignedIn } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';

type OwnSession = components['schemas']['OwnSession'];

const PUBLIC_URL = 'http://localhost:3999';
const NEW_PASSWORD = 'nine slow kettles beyond the hedge';
const hr = [{ customerId: '9001', role: 'hr' }] as const;

let connector: TestConnector;
let acme: IdentityProvider;
beforeAll(async () => {
  acme = await startIdentityProvider(`${PUBLIC_URL}/console/sign-on`);
  connector = await startConnector({ insecureHosts: [acme.host], environment: { PUBLIC_URL } });
  const connection = {
    ...{ name: 'Acme Invented', issuer: acme.issuer, clientId: acme.clientId, clientSecret: acme.clientSecret },
    ...{ domains: ['acme.example.com'], customerIds: ['9001'], newPeople: 'hr', passwordSignIn: true, enabled: true },
  };
  await connector.admin.post('/api/v1/sign-on-connections', connection).expect(201);
}, 60_000);
afterAll(async () => {
  await connector.close();
  await acme.close();
});

const signIn = (body: object) => request(connector.url).post('/api/v1/session').send(body);
const withCookie = (cookie: string) => request(connector.url).get('/api/v1/session').set('cookie', cookie);
const change = (person: Browser, body: object) =>
  person.call('put', '/api/v1/account/password', { password: PASSWORD, newPassword: NEW_PASSWORD, ...body });

/** A second browser of the same person. */
async function alsoElsewhere({ email, recoveryCodes: [code] }: SignedIn): Promise<string> {
  return cookieOf(await signIn({ email, password: PASSWORD, code }).expect(200));
}

async function sessionsOf(person: Browser): Promise<OwnSession[]> {
  const { body } = await person.call('get', '/api/v1/account/sessions').expect(200);
  return (body as { items: OwnSession[] }).items;
}

describe('changing one’s own password', () => {
  it('ends every session, the one that asked too, and begins another', async () => {
    const ana = await somebody(connector, 'ana@example.com', hr);
    const elsewhere = await alsoElsewhere(ana);

    const answer = await change(ana, { code: codeOf(ana.totpUri) }).expect(200);

    const { csrfToken } = answer.body as { csrfToken: string };
    expect(csrfToken).not.toBe(ana.csrfToken);
    await withCookie(cookieOf(answer)).expect(200);
    await withCookie(ana.cookie).expect(401);
    await withCookie(elsewhere).expect(401);
    const [, code] = ana.recoveryCodes;
    await signIn({ email: ana.email, password: PASSWORD, code }).expect(401);
    await signIn({ email: ana.email, password: NEW_PASSWORD, code }).expect(200);
  });

  it('is in the audit log of the person’s platform, without either password', async () => {
    const bea = await somebody(connector, 'bea@example.com', hr);
    await change(bea, { code: codeOf(bea.totpUri) }).expect(200);

    const { body } = await connector.admin.get('/api/v1/audit?limit=20&customerId=9001').expect(200);
    const { items } = body as { items: { action: string; actor: string; detail: object }[] };

    const changes = items.filter(({ action }) => action === 'person.password-changed');
    expect(changes).toContainEqual(expect.objectContaining({ actor: bea.email, customerId: '9001', detail: {} }));
    for (const secret of [PASSWORD, NEW_PASSWORD]) expect(connector.logLines().join()).not.toContain(secret);
  });

  it('wants the present password and a code that was not used, and changes nothing without', async () => {
    const cleo = await somebody(connector, 'cleo@example.com', hr);
    const code = codeOf(cleo.totpUri);
    await change(cleo, { code, password: 'not the present one' }).expect(401);
    await signIn({ email: cleo.email, password: PASSWORD, code }).expect(200);

    const answer = await change(cleo, { code }).expect(401);

    expect(answer.body).toMatchObject({
      code: 'WRONG_CREDENTIALS',
      detail: expect.stringMatching(/nothing was changed/),
    });
    await cleo.call('get', '/api/v1/session').expect(200);
    await change(cleo, { code: cleo.recoveryCodes[0] }).expect(200);
  });

  it('counts as tries of signing in', async () => {
    const dora = await somebody(connector, 'dora@example.com', hr);
    for (let tries = 0; tries < 10; tries += 1)
      await change(dora, { code: '000000', password: 'wrong guess' }).expect(401);

    await change(dora, { code: codeOf(dora.totpUri) }).expect(429);
    await signIn({ email: dora.email, password: PASSWORD }).expect(429);
  });

  it('refuses one that is guessed first, and uses up no code for it', async () => {
    const ed = await somebody(connector, 'ed.invented@example.com', hr);
    const code = codeOf(ed.totpUri);
    const common = await change(ed, { code, newPassword: 'Password2026!' }).expect(400);
    const own = await change(ed, { code, newPassword: 'Somebody-Invented-1' }).expect(400);

    expect(common.body).toMatchObject({ detail: expect.stringMatching(/first to be guessed/) });
    expect(own.body).toMatchObject({ detail: expect.stringMatching(/made of your name/) });
    await change(ed, { code }).expect(200);
  });

  it('is one of two that come at once', async () => {
    const flo = await somebody(connector, 'flo@example.com', hr);
    const [one, other] = flo.recoveryCodes;

    const both = await Promise.all([change(flo, { code: one }), change(flo, { code: other })]);

    const statuses = both.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect([401, 409]).toContain(statuses.find((status) => status !== 200));
  });

  it('is not for who came by single sign-on', async () => {
    const gus = await bySignOn('gus@acme.example.com');

    const answer = await change(gus, { code: '123456' }).expect(403);

    expect(answer.body).toMatchObject({ detail: expect.stringMatching(/at your company/) });
    expect(await sessionsOf(gus)).toMatchObject([{ signOn: 'Acme Invented', current: true }]);
  });

  it('is not for keys', async () => {
    const body = { password: PASSWORD, newPassword: NEW_PASSWORD, code: '123456' };
    await connector.admin.put('/api/v1/account/password', body).expect(403);
  });
});

describe('one’s own sessions', () => {
  it('are listed, the newest first, with no more than times and how they began', async () => {
    const hal = await somebody(connector, 'hal@example.com', hr);
    await alsoElsewhere(hal);

    const sessions = await sessionsOf(hal);

    expect(sessions.map(({ current, signOn }) => ({ current, signOn }))).toEqual([
      { current: false, signOn: null },
      { current: true, signOn: null },
    ]);
    const hashes = await queryDatabase(connector.database, `SELECT encode(token_hash, 'hex') AS hash FROM sessions`);
    for (const { hash } of hashes as { hash: string }[])
      expect(JSON.stringify(sessions)).not.toContain(hash.slice(0, 8));
  });

  it('end one by one, or all but this one', async () => {
    const ida = await somebody(connector, 'ida@example.com', hr);
    const elsewhere = await alsoElsewhere(ida);
    const [other] = await sessionsOf(ida);
    await ida.call('delete', `/api/v1/account/sessions/${other?.id}`).expect(204);
    await withCookie(elsewhere).expect(401);
    await ida.call('delete', `/api/v1/account/sessions/${other?.id}`).expect(404);
    const again = cookieOf(await signIn({ email: ida.email, password: PASSWORD, code: codeOf(ida.totpUri) }));

    await ida.call('delete', '/api/v1/account/sessions').expect(204);

    await withCookie(again).expect(401);
    expect(await sessionsOf(ida)).toMatchObject([{ current: true }]);
  });

  it('are nobody else’s to see or to end', async () => {
    const kim = await somebody(connector, 'kim@example.com', hr);
    const leo = await somebody(connector, 'leo@example.com');
    const [theirs] = await sessionsOf(kim);

    await leo.call('delete', `/api/v1/account/sessions/${theirs?.id}`).expect(404);
    await leo.call('delete', '/api/v1/account/sessions').expect(204);

    expect((await sessionsOf(leo)).map(({ id }) => id)).not.toContain(theirs?.id);
    await kim.call('get', '/api/v1/session').expect(200);
  });
});

/** A person whose provider lets them in. */
async function bySignOn(email: string): Promise<Browser> {
  const begun = await request(connector.url).post('/api/v1/session/sign-on').send({ email }).expect(200);
  const query = await acme.signIn((begun.body as { url: string }).url, email);
  const finish = request(connector.url).post('/api/v1/session/sign-on/finish').set('cookie', cookieOf(begun));
  return browserOf(connector.url, cookieOf(await finish.send({ query }).expect(200)));
}
