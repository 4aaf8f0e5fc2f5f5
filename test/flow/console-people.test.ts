import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { somebody, type SignedIn } from '../support/people.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector({ environment: { TRUSTED_PROXIES: '1' } });
});
afterAll(() => connector.close());

const change = async (person: SignedIn, changes: object) =>
  connector.admin.put(`/api/v1/people/${await idOf(person)}`, changes);
async function idOf({ email }: SignedIn): Promise<string> {
  const { body } = await connector.admin.get('/api/v1/people').expect(200);
  const { items } = body as { items: { id: string; email: string }[] };
  return items.find((person) => person.email === email)?.id ?? 'nobody';
}

describe('people', () => {
  it('the last operator who can sign in is not disabled; one of two is', async () => {
    const olga = await somebody(connector, 'olga@example.com');
    const refused = await change(olga, { disabled: true });
    await somebody(connector, 'oscar@example.com');
    const taken = await change(olga, { disabled: true });

    expect([refused.status, taken.status]).toEqual([409, 200]);
    expect((refused.body as { detail: string }).detail).toMatch(/last operator/);
  });

  it('an operator ends the sessions of somebody, whose account stays', async () => {
    const hana = await somebody(connector, 'hana@example.com', [{ customerId: '9001', role: 'hr' }]);
    await hana.call('get', '/api/v1/hires').expect(200);

    expect(await change(hana, { endSessions: true })).toMatchObject({ status: 200, body: { disabled: false } });
    await hana.call('get', '/api/v1/hires').expect(401);
  });
});

describe('an API key', () => {
  it('loses what its maker loses, and is refused once the maker is disabled', async () => {
    const ada = await somebody(connector, 'ada@example.com', [{ customerId: '9001', role: 'admin' }]);
    const wish = { name: 'nightly', customerId: '9001', scopes: ['hires.read', 'audit.read'] };
    const { body } = await ada.call('post', '/api/v1/api-keys', wish).expect(201);
    const { key } = body as { key: string };
    const read = async (path: string) =>
      (await request(connector.url).get(path).set('authorization', `Bearer ${key}`)).status;
    const both = async () => [await read('/api/v1/hires'), await read('/api/v1/audit')];

    expect(await both()).toEqual([200, 200]);
    await change(ada, { roles: [{ customerId: '9001', role: 'finance' }] });
    expect(await both()).toEqual([200, 403]);
    await change(ada, { disabled: true });
    expect(await both()).toEqual([401, 401]);
  });
});

describe('the brake on sign-ins', () => {
  const tryAt = (url: string) =>
    request(url).post('/api/v1/session').send({ email: 'guessed@example.com', password: 'not the right one' });

  it('counts what was tried at another process of the same database', async () => {
    const other = await startConnector({ on: connector });
    for (let tried = 0; tried < 5; tried += 1) {
      await tryAt(connector.url).expect(401);
      await tryAt(other.url).expect(401);
    }

    await tryAt(connector.url).expect(429);
    await tryAt(other.url).expect(429);
    await other.stop();
  });

  it('takes the address from the proxy that is trusted, and from no one before it', async () => {
    const readAs = (forwarded: string) =>
      request(connector.url)
        .post('/api/v1/invitations/read')
        .set('x-forwarded-for', forwarded)
        .send({ token: 'x'.repeat(43) });
    for (let tried = 0; tried < 100; tried += 1) await readAs(`198.51.100.${tried}, 203.0.113.7`);

    expect((await readAs('198.51.100.200, 203.0.113.7')).status).toBe(429);
    expect((await readAs('203.0.113.8')).status).not.toBe(429);
  });
});
