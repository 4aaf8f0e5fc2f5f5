import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type components } from '../../src/contract/generated/admin.ts';
import { type PlatformDocument } from '../../src/platforms/platform.ts';
import { aPlatform, startConnector, type TestConnector } from '../support/connector.ts';
import { somebody, type SignedIn } from '../support/people.ts';
import { queryDatabase } from '../support/query-database.ts';
import { basicHeader } from '../support/send-event.ts';

type Difference = components['schemas']['Differences']['items'][number];

let connector: TestConnector;
let admin: SignedIn;
beforeAll(async () => {
  connector = await startConnector();
  admin = await somebody(connector, 'admin@example.com', [{ customerId: '9001', role: 'admin' }]);
});
afterAll(() => connector.close());

const PATH = '/api/v1/platforms/9001';
const put = (changes: Partial<PlatformDocument>) =>
  admin.call('put', PATH, aPlatform(connector.icims, '9001', changes)).expect(200);
const versionOf = async (): Promise<number> =>
  Number(/\d+/.exec(String((await admin.call('get', PATH)).headers['etag']))?.[0]);
const difference = async (from: number, to: number): Promise<readonly Difference[]> =>
  ((await admin.call('get', `${PATH}/difference?from=${from}&to=${to}`).expect(200)).body as { items: Difference[] })
    .items;

describe('the versions of a platform document', () => {
  it('are all kept, with who made them, newest first and page by page', async () => {
    await put({ name: 'One' });
    await put({ name: 'Two' });

    const { body } = await admin.call('get', `${PATH}/versions?limit=1`).expect(200);
    const first = body as { items: { version: number; actor: string }[]; next: string };
    const rest = await admin.call('get', `${PATH}/versions?cursor=${first.next}`).expect(200);

    expect(first.items).toEqual([
      { version: 3, at: expect.any(String), actor: 'admin@example.com', action: 'platform.changed' },
    ]);
    expect((rest.body as typeof first).items.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('are compared with each other; of a secret only that it changed', async () => {
    await put({ name: 'Before', inbound: { basic: { username: 'icims', password: 'the first password' } } });
    const from = await versionOf();
    await put({ name: 'After', inbound: { basic: { username: 'icims', password: 'the second password' } } });

    const items = await difference(from, from + 1);

    expect(items).toEqual([
      { pointer: '/name', change: 'changed', before: 'Before', after: 'After' },
      { pointer: '/inbound/basic/password', change: 'changed', before: '***', after: '***' },
    ]);
    expect(await difference(from, from)).toEqual([]);
    await admin.call('get', `${PATH}/difference?from=${from}&to=99999`).expect(404);
  });

  it('are sealed at rest', async () => {
    await put({ name: 'A name to look for' });

    const rows = await queryDatabase<{ document_sealed: Buffer }>(
      connector.database,
      'SELECT document_sealed FROM platform_versions',
    );

    expect(rows.length).toBeGreaterThan(1);
    for (const { document_sealed } of rows)
      expect(document_sealed.toString('latin1')).not.toContain('A name to look for');
  });

  it('can be gone back to: a new version, with the secrets of today', async () => {
    await put({ name: 'Good', inbound: { basic: { username: 'icims', password: 'of yesterday' } } });
    const good = await versionOf();
    await put({
      name: 'Bad',
      mapping: [],
      required: {},
      inbound: { basic: { username: 'icims', password: 'of today' } },
    });

    const { body } = await admin.call('post', `${PATH}/revert`, { version: good }).expect(200);

    expect(body).toMatchObject({ name: 'Good', enabled: true });
    expect(await versionOf()).toBe(good + 2);
    expect((await difference(good, good + 2)).map(({ pointer }) => pointer)).toEqual(['/inbound/basic/password']);
    const statusWith = async (password: string) =>
      (await connector.send({}, { authorization: basicHeader('icims', password) })).status;
    expect([await statusWith('of yesterday'), await statusWith('of today')]).toEqual([401, 400]);
  });

  it('name who was quicker, when two change at once', async () => {
    const { headers } = await admin.call('get', PATH);
    await put({ name: 'Quicker' });

    const late = await admin
      .call('put', PATH, aPlatform(connector.icims, '9001', { name: 'Late' }))
      .set('if-match', String(headers['etag']))
      .expect(412);

    expect((late.body as { detail: string }).detail).toMatch(/^admin@example\.com changed this platform at 20/);
  });

  it('go with the platform', async () => {
    await connector.serve('9002');
    await connector.admin.delete('/api/v1/platforms/9002').expect(204);

    const rows = await queryDatabase(
      connector.database,
      "SELECT version FROM platform_versions WHERE customer_id = '9002'",
    );

    expect(rows).toEqual([]);
  });
});

describe('a document that is tried', () => {
  const preview = (document: object) => admin.call('post', `${PATH}/difference`, document);

  it('shows what it would change, and changes nothing', async () => {
    await put({ name: 'As it is' });
    const before = await versionOf();
    const { body: read } = await admin.call('get', PATH);

    const { body } = await preview({ ...(read as object), name: 'As it would be' }).expect(200);

    expect((body as { items: Difference[] }).items).toEqual([
      { pointer: '/name', change: 'changed', before: 'As it is', after: 'As it would be' },
    ]);
    expect(await versionOf()).toBe(before);
  });

  it('is refused for what a PUT would refuse it for', async () => {
    await preview(aPlatform(connector.icims, '9001', { required: { 'H-1Z': [] } })).expect(400);
  });
});
