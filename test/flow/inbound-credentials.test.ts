import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { somebody, type SignedIn } from '../support/people.ts';
import { anOfferAccepted } from '../support/an-offer-accepted.ts';
import { until } from '../support/until.ts';
import { basicHeader } from '../support/send-event.ts';

interface Made {
  readonly name: string;
  readonly secret: string;
}

let connector: TestConnector;
let admin: SignedIn;
beforeAll(async () => {
  connector = await startConnector();
  admin = await somebody(connector, 'admin@example.com', [{ customerId: '9001', role: 'admin' }]);
});
afterAll(() => connector.close());
beforeEach(() => connector.serve('9001', { inbound: { hmac: { user: 'kept', key: 'a key that stays in place' } } }));

const PATH = '/api/v1/platforms/9001/inbound-credentials';
const make = async (kind: string): Promise<Made> => (await admin.call('post', PATH, { kind }).expect(201)).body as Made;
const revoke = (kind: string, position: number) => admin.call('post', `${PATH}/revoke`, { kind, position });
/** 400 is said to whoever holds the credential, of a body that is no event. */
const statusOf = async ({ name, secret }: Made): Promise<number> =>
  (await connector.send({}, { authorization: basicHeader(name, secret) })).status;

interface Held {
  readonly kind: string;
  readonly position: number;
  readonly lastUsedAt: string | null;
}

/** Kind and position of those that let an event in, as they are listed. */
async function used(): Promise<string[]> {
  const { body } = await admin.call('get', PATH).expect(200);
  const { items } = body as { items: Held[] };
  return items.filter(({ lastUsedAt }) => lastUsedAt !== null).map(({ kind, position }) => `${kind} ${position}`);
}

describe('a credential of iCIMS', () => {
  it('tells whether it is in use, so that the older one is known to be idle, and keeps it when that one is gone', async () => {
    await make('basic');
    const newer = await make('basic');
    const authorization = basicHeader(newer.name, newer.secret);
    const event = anOfferAccepted(connector.theirs(), connector.theirs().addCandidate('h1b-new-graduate'));

    expect(await used()).toEqual([]);
    expect((await connector.send({ ...event, customerId: '9002' }, { authorization })).status).toBe(401);
    expect((await connector.send(event, { authorization })).status).toBe(200);
    await until('the use is shown', async () => (await used()).length > 0);

    expect(await used()).toEqual(['basic 1']);
    await revoke('basic', 0).expect(204);
    expect(await used()).toEqual(['basic 0']);
    // A new secret in its place is another credential.
    await connector.serve('9001', {
      inbound: { basic: { username: newer.name, password: 'another one, not in use yet' } },
    });
    expect(await used()).toEqual([]);
  });

  it('is made by the server, works at once, and is never shown again', async () => {
    const made = await make('basic');

    expect(made.secret.length).toBeGreaterThanOrEqual(43);
    expect(await statusOf(made)).toBe(400);
    const { text } = await admin.call('get', PATH).expect(200);
    expect(text).toContain('icims-9001');
    const everything = [text, (await admin.call('get', '/api/v1/platforms/9001')).text, ...connector.logLines()];
    for (const place of everything) expect(place).not.toContain(made.secret);
  });

  it('rotates without a gap: both work, until the older one is revoked', async () => {
    const older = await make('basic');
    const newer = await make('basic');

    expect(newer.name).toBe(older.name);
    expect([await statusOf(older), await statusOf(newer)]).toEqual([400, 400]);
    await admin.call('post', PATH, { kind: 'basic' }).expect(409);
    await revoke('basic', 0).expect(204);
    expect([await statusOf(older), await statusOf(newer)]).toEqual([401, 400]);
  });

  it('of OAuth 2.0 gets a token until it is revoked', async () => {
    const { name, secret } = await make('oauth2');
    const token = () =>
      request(connector.url)
        .post('/oauth/token')
        .type('form')
        .send({ grant_type: 'client_credentials', client_id: name, client_secret: secret });

    expect((await token()).status).toBe(200);
    await revoke('oauth2', 0).expect(204);
    expect((await token()).status).toBe(401);
  });

  it('that is the last of an enabled platform stays, and one that is not there is not found', async () => {
    const answer = await revoke('hmac', 0).expect(400);

    expect(answer.text).toContain('/inbound');
    await revoke('basic', 1).expect(404);
  });

  it('is audited by its kind and name, without its secret', async () => {
    const { secret } = await make('basic');
    await make('basic');
    await revoke('basic', 0).expect(204);

    const { text } = await connector.admin.get('/api/v1/audit?customerId=9001&limit=200').expect(200);

    for (const action of ['credential.created', 'credential.rotated', 'credential.revoked'])
      expect(text).toContain(`"action":"${action}"`);
    expect(text).not.toContain(secret);
  });

  it('is not revoked by who saw an older state of the platform', async () => {
    const { headers } = await admin.call('get', '/api/v1/platforms/9001');
    await make('basic');

    await revoke('basic', 0).set('if-match', String(headers['etag'])).expect(412);
  });
});
