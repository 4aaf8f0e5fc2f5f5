import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aMove } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { basicHeader } from '../support/send-event.ts';

const client = { client_id: 'icims-9001', client_secret: 'simulated-event-secret-9001' };
const granting = { grant_type: 'client_credentials', ...client };

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

const ask = () => request(connector.url).post('/oauth/token');
const anEvent = () => aMove(connector.theirs(), connector.theirs().candidate('h1b-new-graduate'), 'interview');
async function aToken(body: object = granting): Promise<string> {
  const answer = await ask().type('form').send(body).expect(200);
  return (answer.body as { access_token: string }).access_token;
}
const statusWith = async (token: string, at = connector): Promise<number> =>
  (await at.send(anEvent(), { authorization: `Bearer ${token}` })).status;

describe('the token endpoint', () => {
  it.each([
    ['a form', () => ask().type('form').send(granting)],
    [
      'a form with audience and scope',
      () =>
        ask()
          .type('form')
          .send({ ...granting, audience: 'x', scope: 'y' }),
    ],
    ['JSON', () => ask().send(granting)],
    [
      'a Basic header',
      () =>
        ask()
          .set('authorization', basicHeader(client.client_id, client.client_secret))
          .type('form')
          .send({ grant_type: 'client_credentials' }),
    ],
  ])('grants a token that opens the event route, asked by %s', async (_how, sent) => {
    const answer = await sent().expect(200);

    expect(answer.body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 86_400 });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await statusWith((answer.body as { access_token: string }).access_token)).toBe(200);
  });

  it.each([
    ['a wrong secret', { ...granting, client_secret: 'wrong' }, 401, 'invalid_client'],
    ['an unknown client', { ...granting, client_id: 'nobody' }, 401, 'invalid_client'],
    ['no client at all', { grant_type: 'client_credentials' }, 401, 'invalid_client'],
    ['another grant', { ...granting, grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no grant', client, 400, 'invalid_request'],
  ])('refuses %s', async (_what, body, status, error) => {
    const answer = await ask().type('form').send(body).expect(status);

    expect(answer.body).toMatchObject({ error, error_description: expect.any(String) });
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Basic realm="icims"' : undefined);
    expect(answer.text).not.toContain(client.client_secret);
  });

  it.each([
    ['nothing', () => ask().send(), 400],
    ['broken JSON', () => ask().type('json').send('{"grant_type":'), 400],
    ['XML', () => ask().type('xml').send('<a/>'), 415],
    [
      'too much',
      () =>
        ask()
          .type('form')
          .send({ ...granting, scope: 'x'.repeat(20_000) }),
      413,
    ],
    ['a parameter twice', () => ask().type('form').send('grant_type=a&grant_type=b'), 400],
  ])('answers %s with an OAuth error', async (_what, sent, status) => {
    const answer = await sent();

    expect(answer).toMatchObject({ status, body: { error: 'invalid_request' } });
  });

  it('takes both secrets while one is being changed, and ends the tokens of the one that goes', async () => {
    const next = { clientId: client.client_id, clientSecret: 'the-next-secret' };
    const old = { clientId: client.client_id, clientSecret: client.client_secret };
    await connector.serve('9001', { inbound: { oauth2: [old, next] } });
    const [oldToken, newToken] = [await aToken(), await aToken({ ...granting, client_secret: next.clientSecret })];
    expect([await statusWith(oldToken), await statusWith(newToken)]).toEqual([200, 200]);

    await connector.serve('9001', { inbound: { oauth2: next } });

    expect([await statusWith(oldToken), await statusWith(newToken)]).toEqual([401, 200]);
    await ask().type('form').send(granting).expect(401);
    await connector.serve('9001');
  });

  it('gives tokens that outlive a restart of the connector', async () => {
    const token = await aToken();

    const restarted = await startConnector({ on: connector });

    expect(await statusWith(token, restarted)).toBe(200);
    await restarted.stop();
  });
});
