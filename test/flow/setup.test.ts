import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { type PlatformDocument } from '../../src/platforms/platform.ts';
import { privacyPolicy } from '../../src/platforms/privacy-policy.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { somebody, type SignedIn } from '../support/people.ts';

type Setup = components['schemas']['Setup'];

let connector: TestConnector;
let operator: SignedIn;
let admin: SignedIn;
beforeAll(async () => {
  connector = await startConnector({ platforms: {} });
  operator = await somebody(connector, 'operator@example.com');
  admin = await somebody(connector, 'admin@example.com', [{ customerId: '9001', role: 'admin' }]);
});
afterAll(() => connector.close());

const fresh = (customerId: string) => ({ customerId, name: 'Example Foods', environment: 'sandbox' });
const setupOf = async (customerId: string): Promise<Setup> =>
  (await operator.call('get', `/api/v1/platforms/${customerId}/setup`).expect(200)).body as Setup;
const openSteps = ({ steps }: Setup) => steps.filter(({ missing }) => missing.length > 0).map(({ id }) => id);
const pointers = (body: unknown) => (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);

describe('a platform that is added', () => {
  it('begins switched off, with defaults, and says what is missing step by step', async () => {
    await admin.call('post', '/api/v1/platforms', fresh('9001')).expect(201);

    const setup = await setupOf('9001');

    expect(setup).toMatchObject({ enabled: false, version: 1, policy: { acceptances: [] } });
    expect(openSteps(setup)).toEqual(['policy', 'connect', 'inbound', 'triggers', 'packages']);
  });

  it('is not added twice, and not by an admin of another platform', async () => {
    await operator.call('post', '/api/v1/platforms', fresh('9001')).expect(409);
    await admin.call('post', '/api/v1/platforms', fresh('9002')).expect(403);
    await operator.call('get', '/api/v1/platforms/9002').expect(404);
  });

  it('may be put incomplete while it is off; enabling it names all that is missing at once', async () => {
    const { body } = await operator.call('get', '/api/v1/platforms/9001').expect(200);
    const document = body as PlatformDocument;
    await operator.call('put', '/api/v1/platforms/9001', { ...document, name: 'Example Health' }).expect(200);

    const refused = await operator.call('put', '/api/v1/platforms/9001', { ...document, enabled: true }).expect(400);

    expect(pointers(refused.body)).toEqual([
      '/enabled',
      '/icims/auth/clientId',
      '/icims/auth/clientSecret',
      '/inbound',
      '/triggers',
      '/packages/items',
    ]);
  });

  it('reads a secret that is not set as empty, and one that is as a mask', async () => {
    const read = async () =>
      ((await operator.call('get', '/api/v1/platforms/9001')).body as PlatformDocument).icims.auth as {
        clientSecret: string;
      };
    expect((await read()).clientSecret).toBe('');
    const { icims } = aPlatform(connector.icims, '9001');
    const { body } = await operator.call('get', '/api/v1/platforms/9001');

    await operator.call('put', '/api/v1/platforms/9001', { ...(body as object), icims }).expect(200);

    expect((await read()).clientSecret).toBe('***');
  });
});

describe('the privacy policy', () => {
  const accept = (who: SignedIn, body: object) => who.call('post', '/api/v1/platforms/9001/policy-acceptance', body);

  it('is accepted by the person who has signed in; version, person and time are kept and audited', async () => {
    await accept(admin, { version: privacyPolicy.version }).expect(200);

    const { policy } = await setupOf('9001');

    expect(policy.acceptances).toEqual([
      { version: privacyPolicy.version, acceptedBy: 'admin@example.com', acceptedAt: expect.any(String) },
    ]);
    const { body } = await connector.admin.get('/api/v1/audit?customerId=9001&limit=200');
    expect((body as { items: object[] }).items).toContainEqual(
      expect.objectContaining({ action: 'policy.accepted', actor: 'admin@example.com' }),
    );
  });

  it('accepted again stays what it was', async () => {
    const { body } = await accept(operator, { version: privacyPolicy.version }).expect(200);

    expect(body).toMatchObject({ acceptedBy: 'admin@example.com' });
  });

  it('is not accepted in an old text, in another name, or by a script that names nobody', async () => {
    await accept(admin, { version: '2020-01-01' }).expect(409);
    await accept(admin, { version: privacyPolicy.version, onBehalfOf: 'The director' }).expect(400);
    const { version } = privacyPolicy;
    await connector.admin.post('/api/v1/platforms/9001/policy-acceptance', { version }).expect(400);
  });

  it('lets the platform be enabled, and is not asked again for a change of one that is enabled', async () => {
    const document = aPlatform(connector.icims, '9001');

    await operator.call('put', '/api/v1/platforms/9001', document).expect(200);

    expect(await setupOf('9001')).toMatchObject({ enabled: true });
    expect(openSteps(await setupOf('9001'))).toEqual([]);
    await operator.call('put', '/api/v1/platforms/9002', aPlatform(connector.icims, '9002')).expect(400);
  });

  it('of a deleted platform is forgotten', async () => {
    await operator.call('delete', '/api/v1/platforms/9001').expect(204);
    await operator.call('post', '/api/v1/platforms', fresh('9001')).expect(201);

    expect((await setupOf('9001')).policy.acceptances).toEqual([]);
  });
});
