import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startService } from '../../src/wire/service.ts';
import { readConfig } from '../../src/runtime/config.ts';
import { MASTER_KEY, startConnector, type TestConnector } from '../support/connector.ts';
import { captureLog } from '../support/capture-log.ts';
import { createTestDatabase } from '../support/database.ts';
import { accept, codeOf, cookieOf, PASSWORD, somebody } from '../support/people.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector({ platforms: {} });
});
afterAll(() => connector.close());

const signIn = (body: object) => request(connector.url).post('/api/v1/session').send(body);

describe('the first start', () => {
  it('prints a link that makes one operator, and only one', async () => {
    const database = await createTestDatabase();
    const lines: string[] = [];
    const log = captureLog();
    const config = readConfig({ PORT: '0', DATABASE_URL: database.url, MASTER_KEY });
    const start = () => startService(config, log, { validateResponses: true, announce: (line) => lines.push(line) });
    const service = await start();
    const [link = ''] = /http\S+/.exec(lines[0] ?? '') ?? [];
    const url = `http://127.0.0.1:${service.port}`;

    const operator = await accept({ url }, link, 'first@example.com');

    await operator.call('get', '/api/v1/platforms').expect(200);
    const token = new URL(link).hash.slice(1);
    await request(url).post('/api/v1/invitations/read').send({ token }).expect(404);
    expect(log.lines().join()).not.toContain(token);
    await service.stop();
    await (await start()).stop();
    expect(lines).toHaveLength(1);
    await database.drop();
  });
});

describe('signing in', () => {
  it('takes the password, then the code of the app, and never the same code again', async () => {
    const { email, totpUri } = await somebody(connector, 'ana@example.com');
    const half = await signIn({ email, password: PASSWORD }).expect(200);
    expect(half.body).toEqual({ status: 'second-factor-needed' });
    expect(half.headers['set-cookie']).toBeUndefined();

    const code = codeOf(totpUri);
    const whole = await signIn({ email: 'Ana@Example.com', password: PASSWORD, code }).expect(200);

    expect(whole.body).toMatchObject({ status: 'signed-in', person: { email } });
    expect(String(whole.headers['set-cookie'])).toMatch(/^__Host-console=.*HttpOnly; Secure; SameSite=Strict/);
    await signIn({ email, password: PASSWORD, code }).expect(401);
  });

  it('takes each recovery code once', async () => {
    const { email, recoveryCodes } = await somebody(connector, 'ben@example.com');
    const code = recoveryCodes[3] ?? '';

    await signIn({ email, password: PASSWORD, code }).expect(200);

    await signIn({ email, password: PASSWORD, code }).expect(401);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    await somebody(connector, 'cleo@example.com');
    const wrong = await signIn({ email: 'cleo@example.com', password: 'something else' }).expect(401);
    const unknown = await signIn({ email: 'nobody@example.com', password: 'something else' }).expect(401);

    const told = ({ body }: { body: object }) => ({ ...body, reference: '' });
    expect(told(unknown)).toEqual(told(wrong));
  });

  it('is refused after ten tries in a quarter of an hour, even with the right password', async () => {
    const { email } = await somebody(connector, 'dora@example.com');
    for (let tries = 0; tries < 10; tries += 1) await signIn({ email, password: 'wrong guess' }).expect(401);

    const answer = await signIn({ email, password: PASSWORD }).expect(429);

    expect(answer.body).toMatchObject({ code: 'TOO_MANY' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(600);
  });
});

describe('a session', () => {
  it('changes nothing without its CSRF token', async () => {
    const { cookie } = await somebody(connector, 'ed@example.com');
    const body = { email: 'x@example.com', operator: true, roles: [] };
    const forged = request(connector.url).post('/api/v1/invitations').set('cookie', cookie).send(body);

    expect((await forged).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    await request(connector.url)
      .post('/api/v1/invitations')
      .set({ cookie, 'x-csrf-token': 'A'.repeat(43) })
      .send(body)
      .expect(403);
  });

  it('is worth nothing after signing out', async () => {
    const person = await somebody(connector, 'flo@example.com');
    const gone = await person.call('delete', '/api/v1/session').expect(204);
    expect(cookieOf(gone)).toBe('__Host-console=');

    await person.call('get', '/api/v1/session').expect(401);
  });

  it('ends when an operator disables the account, which can then not sign in', async () => {
    const person = await somebody(connector, 'gus@example.com', [{ customerId: '9001', role: 'hr' }]);
    const { body } = await person.call('get', '/api/v1/session').expect(200);
    const { id } = (body as { person: { id: string } }).person;

    await connector.admin.put(`/api/v1/people/${id}`, { disabled: true }).expect(200);

    await person.call('get', '/api/v1/session').expect(401);
    await signIn({ email: person.email, password: PASSWORD }).expect(401);
  });
});

describe('a role that is taken away', () => {
  it('is gone at once, in the middle of a session', async () => {
    const person = await somebody(connector, 'kim@example.com', [
      { customerId: '9001', role: 'admin' },
      { customerId: '9001', role: 'auditor' },
    ]);
    const { body } = await person.call('get', '/api/v1/session').expect(200);
    const { id } = (body as { person: { id: string } }).person;
    await person.call('get', '/api/v1/people').expect(200);

    await connector.admin.put(`/api/v1/people/${id}`, { roles: [{ customerId: '9001', role: 'auditor' }] }).expect(200);
    await person.call('get', '/api/v1/people').expect(403);
    await connector.admin.put(`/api/v1/people/${id}`, { roles: [] }).expect(200);

    await person.call('get', '/api/v1/platforms/9001').expect(404);
    await person.call('get', '/api/v1/hires').expect(403);
  });
});

describe('an invitation', () => {
  it('is for one address, works once, and wants the code of the app', async () => {
    const invited = { email: 'hal@example.com', operator: false, roles: [{ customerId: '9001', role: 'hr' }] };
    const { body } = await connector.admin.post('/api/v1/invitations', invited).expect(201);
    const { url: link } = body as { url: string };
    const token = new URL(link).hash.slice(1);
    const read = await request(connector.url).post('/api/v1/invitations/read').send({ token }).expect(200);
    const right = { token, email: 'hal@example.com', name: 'Hal', password: PASSWORD };
    const code = codeOf((read.body as { totpUri: string }).totpUri);
    const send = (body: object) => request(connector.url).post('/api/v1/invitations/accept').send(body);

    await send({ ...right, email: 'other@example.com', code }).expect(400);
    await send({ ...right, code: code === '000000' ? '000001' : '000000' }).expect(400);
    await send({ ...right, code, password: 'too short' }).expect(400);
    await send({ ...right, code, password: 'Password2026!' }).expect(400);
    const both = await Promise.all([send({ ...right, code }), send({ ...right, code })]);

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    await send({ ...right, code }).expect(404);
  });
});
