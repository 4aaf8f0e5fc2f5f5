import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type ErrorRequestHandler, type RequestHandler, urlencoded, json } from 'express';
import request from 'supertest';
import { specPath, type SpecName } from '../../src/contract/specs.ts';
import { validateRequests } from '../../src/contract/validate-requests.ts';
import { startLocalServer, type LocalServer } from '../support/local-server.ts';
import { examplesOf, specOperations, type SpecExample, type SpecOperation } from '../support/spec-operations.ts';

const specs: readonly SpecName[] = ['partner', 'admin', 'cases-webhook', 'alerts-webhook', 'icims'];
/** The others hold files. */
const textTypes = /json|text|urlencoded/;
const isText = ({ mediaType }: SpecExample): boolean => textTypes.test(mediaType);

/** What the server answers next; the contract's validator then judges it. */
interface Answer {
  readonly status: number;
  readonly example: SpecExample | undefined;
}

let answer: Answer = { status: 204, example: undefined };

const answerAsTold: RequestHandler = (_request, response) => {
  const { status, example } = answer;
  response.status(status);
  if (example === undefined) response.end();
  else if (typeof example.value === 'string') response.type(example.mediaType).send(example.value);
  else response.type(example.mediaType).json(example.value);
};

const explain: ErrorRequestHandler = (error: { errors?: unknown; message: string }, _request, response, next) => {
  if (response.headersSent) next(error);
  else
    response
      .status(599)
      .type('text')
      .send(JSON.stringify(error.errors ?? error.message));
};

describe.each(specs)('the contract %s', (spec) => {
  const operations = specOperations(spec);
  let server: LocalServer;
  beforeAll(async () => {
    const app = express();
    app.use(json({ type: ['application/json', 'application/problem+json'] }), urlencoded({ extended: false }));
    app.use(...validateRequests(specPath(spec), { validateResponses: true }), answerAsTold, explain);
    server = await startLocalServer(app);
  });
  afterAll(() => server.close());

  async function send(
    operation: SpecOperation,
    body: SpecExample | undefined,
  ): Promise<{ status: number; text: string }> {
    const { method, path, query, headers } = operation;
    const sending = request(server.url)[method](path).query(query).set(headers);
    if (operation.requestBody?.content?.['multipart/form-data'])
      return sending.attach('file', Buffer.from('a file'), 'letter.pdf');
    return body === undefined ? sending.send() : sending.type(body.mediaType).send(body.value as object);
  }
  const requestOf = ({ requestBody }: SpecOperation): readonly SpecExample[] =>
    examplesOf(requestBody ?? {}).filter(isText);
  const successOf = ({ responses }: SpecOperation): Answer => {
    const status = Object.keys(responses).find((each) => each.startsWith('2')) ?? '200';
    return { status: Number(status), example: examplesOf(responses[status] ?? {}).find(isText) };
  };

  const requests = operations.flatMap((operation) =>
    requestOf(operation).map((example) => ({ ...operation, operation, example })),
  );
  if (requests.length > 0) {
    it.each(requests)('takes its own request example $example.name of $operationId', async ({ operation, example }) => {
      answer = successOf(operation);

      expect(await send(operation, example)).toMatchObject({ status: answer.status });
    });
  }

  const responses = operations.flatMap((operation) =>
    Object.entries(operation.responses).flatMap(([range, response]) =>
      examplesOf(response)
        .filter(isText)
        .map((example) => ({ ...operation, operation, range, example })),
    ),
  );
  it.each(responses)(
    'lets pass its own example $example.name of $operationId $range',
    async ({ operation, range, example }) => {
      answer = { status: Number(range.replace('XX', '00')), example };

      const { status, text } = await send(operation, requestOf(operation)[0]);

      expect({ status, text: status === 599 ? text : '' }).toEqual({ status: answer.status, text: '' });
    },
  );

  it.each(operations)('describes $operationId, with an example for every body and answers 4xx', (operation) => {
    expect(operation.description?.length).toBeGreaterThan(10);
    const statuses = Object.keys(operation.responses);
    expect(statuses.some((status) => status.startsWith('4'))).toBe(true);
    const bodies = [operation.requestBody ?? {}, ...Object.values(operation.responses)];
    const withContent = bodies.filter(({ content }) => Object.keys(content ?? {}).some((type) => textTypes.test(type)));
    expect(withContent.filter((body) => examplesOf(body).length === 0)).toEqual([]);
  });

  it('strays are noticed: an answer that is none of the contract is refused', async () => {
    const [operation] = operations;
    if (operation === undefined) throw new Error('The contract is empty');
    answer = { status: successOf(operation).status, example: { name: '', mediaType: 'application/json', value: [1] } };

    expect((await send(operation, requestOf(operation)[0])).status).toBe(599);
  });
});
