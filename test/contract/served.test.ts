import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { somebody, type SignedIn } from '../support/people.ts';
import { examplesOf, isForPeople, specOperations, type SpecOperation } from '../support/spec-operations.ts';

let connector: TestConnector;
let operator: SignedIn;
beforeAll(async () => {
  connector = await startConnector();
  operator = await somebody(connector, 'olga@example.com');
});
afterAll(() => connector.close());

function send({ operationId, method }: Pick<SpecOperation, 'operationId' | 'method'>, path: string, body: object) {
  const verb = method === 'put' ? 'put' : 'post';
  return isForPeople({ operationId }) ? operator.call(verb, path, body) : connector.admin[verb](path, body);
}

const [receiveEvent] = specOperations('partner');
const admin = specOperations('admin').filter(({ security }) => security === undefined);

describe('the connector keeps to its contracts', () => {
  it.each(examplesOf(receiveEvent?.requestBody ?? {}))('takes the event example $name', async ({ value }) => {
    const answer = await connector.send(value as Record<string, unknown>);

    expect(answer.code).not.toBe('INVALID_EVENT');
    expect(answer.status).not.toBe(401);
  });

  it.each(
    specOperations('admin').flatMap(({ operationId, method, path, requestBody }) =>
      examplesOf(requestBody ?? {}).map((example) => ({ operationId, method, path, ...example })),
    ),
  )('takes the body example $name of $operationId, but for its masks', async ({ operationId, method, path, value }) => {
    const unmasked = JSON.parse(JSON.stringify(value).replaceAll('***', 'example-secret')) as object;

    const answer = await send(
      { operationId, method },
      operationId === 'putPlatform' ? '/api/v1/platforms/9001' : path,
      unmasked,
    );

    // Well formed, whether or not there is such a hire, person or account.
    expect([200, 201, 202, 401, 404]).toContain(answer.status);
  });

  it.each(admin)('$operationId is served on its path', async ({ method, path }) => {
    const answer = await request(connector.url)[method](path).send();

    expect(answer.status).toBe(401);
  });

  it.each(admin.filter(({ requestBody }) => requestBody?.required))(
    '$operationId refuses an unfit body',
    async (operation) => {
      const answer = await send(operation, operation.path, { unfit: true });

      expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST', errors: expect.any(Array) } });
    },
  );
});
