import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PlatformDocument } from '../../src/platforms/platform.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { basicHeader } from '../support/send-event.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

const PATH = '/api/v1/platforms/9001';

interface Problem {
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly problem: string }[];
}

async function refused(changes: Partial<PlatformDocument>): Promise<Problem> {
  const { body } = await connector.admin.put(PATH, { ...aPlatform(connector.icims), ...changes }).expect(400);
  return body as Problem;
}

describe('a platform document', () => {
  it('that was read and is put back changes nothing, also with two secrets of one user', async () => {
    const basic = [
      { username: 'a', password: 'first' },
      { username: 'a', password: 'second' },
    ];
    await connector.serve('9001', { inbound: { basic } });
    const { body } = await connector.admin.get(PATH).expect(200);

    await connector.admin.put(PATH, body as object).expect(200);

    for (const { username, password } of basic) {
      // Who may call is asked before the body is: 400 is said to whoever holds the credential.
      const answer = await connector.send({}, { authorization: basicHeader(username, password) });
      expect(answer.status).toBe(400);
    }
    const { body: audit } = await connector.admin.get('/api/v1/audit?customerId=9001&limit=200').expect(200);
    const changes = (audit as { items: { action: string; detail: unknown }[] }).items;
    expect(changes.filter(({ action }) => action === 'platform.changed')).toContainEqual(
      expect.objectContaining({ detail: expect.objectContaining({ secrets: [], version: 3 }) }),
    );
    await connector.serve('9001');
  });

  it('does not send the stored secret to another host', async () => {
    await connector.serve('9001');
    const { body } = await connector.admin.get(PATH).expect(200);
    const read = body as PlatformDocument;

    const answer = await connector.admin
      .put(PATH, { ...read, icims: { ...read.icims, apiBaseUrl: 'https://evil.example.com' } })
      .expect(400);

    expect((answer.body as Problem).errors[0]?.problem).toMatch(/send the secret itself/);
  });

  it.each([
    ['http://127.0.0.1:1', /only https/],
    ['https://127.0.0.1', /not a public one/],
    ['https://10.0.0.1', /not a public one/],
    ['https://[::1]', /not a public one/],
    ['https://2130706433', /not a public one/],
    ['http://api.example.com', /only https/],
  ])('with the address %s, which is never called, is refused with what to do', async (url, why) => {
    const { icims } = aPlatform(connector.icims);
    const { errors } = await refused({
      icims: { ...icims, apiBaseUrl: url },
      caseSystem: { type: 'webhook', url, secret: 'a-secret-of-the-webhook' },
    });

    expect(errors.map(({ pointer }) => pointer)).toEqual(['/icims/apiBaseUrl', '/caseSystem/url']);
    for (const { problem } of errors) expect(problem).toMatch(why);
    expect(errors[0]?.problem).toContain('ALLOW_INSECURE_HOSTS');
  });

  it('with a user name in an address is refused in a plain sentence', async () => {
    const { icims } = aPlatform(connector.icims);
    const { detail } = await refused({ icims: { ...icims, apiBaseUrl: 'https://user:canary@api.example.com' } });

    expect(detail).toContain('/icims/apiBaseUrl must be an address such as');
    expect(detail).not.toContain('canary');
  });

  it('with faults by the hundred is refused with fifty of them', async () => {
    const mapping = Array.from({ length: 400 }, () => 1) as unknown as PlatformDocument['mapping'];

    expect((await refused({ mapping })).errors).toHaveLength(50);
  });
});
