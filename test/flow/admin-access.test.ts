import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aMove, anOfferAccepted } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { basicHeader } from '../support/send-event.ts';
import { examplesOf, isForPeople, specOperations } from '../support/spec-operations.ts';

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector({ platforms: { '9001': {}, '9002': {} } });
});
afterAll(() => connector.close());

const operations = specOperations('admin').map((operation) => ({
  ...operation,
  needsToken: operation.security === undefined,
}));

describe('without the admin token', () => {
  const closed = operations.filter(({ needsToken }) => needsToken);
  const credentials = [
    ['nothing', undefined],
    ['a wrong token', 'Bearer wrong-token-0123456789-0123456789-01'],
    ['an empty token', 'Bearer '],
    ['the credential of a platform', basicHeader('icims-basic-9001', 'simulated-event-password-9001')],
  ] as const;

  it.each(
    closed.flatMap((operation) => credentials.map(([what, authorization]) => ({ ...operation, what, authorization }))),
  )('$operationId answers $what with 401 and nothing else', async ({ method, path, authorization }) => {
    const asked = request(connector.url)[method](path);
    const answer = await (authorization === undefined ? asked : asked.set('authorization', authorization)).send();

    expect(answer).toMatchObject({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="admin"');
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('only health, metrics and the ways in are open', () => {
    const open = operations.filter(({ needsToken }) => !needsToken).map(({ operationId }) => operationId);

    expect(open.sort()).toEqual([
      ...['acceptInvitation', 'beginSignOn', 'finishSignOn', 'getLiveness', 'getMetrics', 'getReadiness'],
      ...['readInvitation', 'signIn'],
    ]);
  });

  it('nobody is let in when none is configured', async () => {
    const closedConnector = await startConnector({ platforms: {}, environment: { ADMIN_TOKEN: '' } });

    await closedConnector.admin.get('/api/v1/platforms').expect(401);

    await closedConnector.close();
  });
});

describe('what does not exist', () => {
  it.each(operations.filter((each) => /424242|01932f7e/.test(each.path) && !isForPeople(each)))(
    '$operationId answers 404',
    async ({ operationId, method, path, query, requestBody }) => {
      // A script accepts the policy before it puts the platform.
      if (['putPlatform', 'acceptPolicy'].includes(operationId)) return;
      const [example] = examplesOf(requestBody ?? {});
      const body = example?.value as object | undefined;
      const asked = {
        get: () => connector.admin.get(path),
        delete: () => connector.admin.delete(path),
        put: () => connector.admin.put(path, body ?? {}),
        post: () => connector.admin.post(path, body),
      }[method as 'get'];

      const answer = await asked().query(query);

      expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    },
  );

  it.each([
    '/api/v1/hires/not-a-uuid',
    '/api/v1/cases/------------------------------------',
    '/api/v1/cases/IMM-999999999999',
    '/api/v1/cases/IMM-1',
    '/api/v1/events/00000000-0000-0000-0000-00000000000Z',
    '/api/v1/platforms/9001%2F..',
    '/api/v1/hires?limit=0',
    '/api/v1/hires?limit=201',
    '/api/v1/hires?cursor=x',
    '/api/v1/events?cursor=00000000-0000-0000-0000-0000000000000',
    '/api/v1/audit?cursor=99999999999999999999',
    '/api/v1/audit?cursor=-1',
    '/api/v1/events?eventType=%00',
    '/api/v1/platforms?cursor=%00',
    '/api/v1/events?from=yesterday',
    '/api/v1/events?unknown=1',
    '/api/v1/hires?state=lost',
    "/api/v1/hires?workflowId=1'--",
  ])('%s is answered as the fault of the caller', async (path) => {
    const answer = await connector.admin.get(path);

    expect([400, 404]).toContain(answer.status);
    expect(answer.body).toMatchObject({ code: expect.stringMatching(/^(INVALID_REQUEST|INVALID_CURSOR|NOT_FOUND)$/) });
  });
});

describe('the rows of one platform', () => {
  const lists = ['hires', 'cases', 'events', 'audit'];
  beforeAll(async () => {
    for (const customerId of ['9001', '9002']) {
      const theirs = connector.theirs(customerId);
      const candidate = theirs.addCandidate('h1b-new-graduate');
      const answer = await connector.send(anOfferAccepted(theirs, candidate));
      await connector.admin.hireIn('delivered', answer.body.reference);
      await connector.send(aMove(theirs, candidate, 'interview'));
    }
  });

  it.each(lists.flatMap((list) => ['9001', '9002'].map((customerId) => ({ list, customerId }))))(
    'alone are in $list of $customerId',
    async ({ list, customerId }) => {
      const { body } = await connector.admin.get(`/api/v1/${list}`).query({ customerId, limit: 200 }).expect(200);

      const { items } = body as { items: { customerId: string }[] };
      expect(items.length).toBeGreaterThan(0);
      expect(new Set(items.map((item) => item.customerId))).toEqual(new Set([customerId]));
    },
  );

  it('are nowhere for a platform that is not served', async () => {
    for (const list of lists) {
      const { body } = await connector.admin.get(`/api/v1/${list}`).query({ customerId: '9003' }).expect(200);
      expect(body).toMatchObject({ items: [], next: null });
    }
  });

  it('are not found by the workflow of the other', async () => {
    const workflowId = String(connector.theirs('9002').candidate('h1b-new-graduate').workflowId + 15);

    expect(await connector.admin.hires({ customerId: '9001', workflowId })).toEqual([]);
  });
});
