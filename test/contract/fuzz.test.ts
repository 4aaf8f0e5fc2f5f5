import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { post } from '../../src/sandbox/events/post.ts';
import { anyJson, arbitraryOfSchema, type Schema } from '../support/arbitrary-of-schema.ts';
import { ADMIN_TOKEN, startConnector, type TestConnector } from '../support/connector.ts';
import { basicHeader } from '../support/send-event.ts';
import { examplesOf, specOperations, type SpecOperation } from '../support/spec-operations.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 60);
const TIMEOUT_MS = 120_000;

/** The same requests every time, unless FUZZ_SEED says otherwise; fast-check prints the seed of what fails. */
const settings = { numRuns: RUNS, seed: Number(process.env['FUZZ_SEED'] ?? 20_261_124) };

let connector: TestConnector;
beforeAll(async () => {
  // Responses are held to the contract too: an undeclared status or body is answered 500.
  connector = await startConnector({ environment: { PLATFORM_EVENTS_PER_SECOND: '100000' } });
});
afterAll(() => connector.close());

interface Asked {
  readonly path: string;
  readonly body: string | undefined;
}

interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const admin = specOperations('admin').filter(({ path }) => path.startsWith('/api/'));
const [events, tokens] = specOperations('partner') as [SpecOperation, SpecOperation];

/** A path with each parameter filled by anything, and a query that fits the parameters' schemas or not. */
function anyRequest(operation: SpecOperation): Arbitrary<Asked> {
  const id = fc.oneof(
    fc.constantFrom('9001', '01932f7e-5c1a-7cc0-8000-0123456789ab', '%2e%2e%2fx', '%00', '%ff', ' ', '9001;9002'),
    // Dots alone would be taken out of the path by the client.
    fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/^\.+$/.test(text)),
  );
  const names = fc.constantFrom('limit', 'cursor', 'customerId', 'state', 'outcome', 'from', 'to', 'eventType', 'x');
  const query = fc.array(
    fc.tuple(names, fc.oneof(fc.string(), fc.constantFrom('9001', '10', '2026-01-01T00:00:00Z'))),
    {
      maxLength: 3,
    },
  );
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema as Schema | undefined;
  const body = schema === undefined ? fc.constant(undefined) : bodyText(arbitraryOfSchema(schema));
  return fc.tuple(id, query, body).map(([each, pairs, text]) => ({
    path: `${operation.path.replace(/424242|01932f7e-[^/]+/, encode(each))}?${new URLSearchParams(pairs).toString()}`,
    body: text,
  }));
}

/** Some ids stay as they are, to be undecodable; the rest is what a client would send. */
function encode(id: string): string {
  return id.startsWith('%') ? id : encodeURIComponent(id.toWellFormed());
}

function bodyText(values: Arbitrary<unknown>): Arbitrary<string> {
  const json = values.map((value) => JSON.stringify(value));
  const broken = json.map((text) => text.slice(0, Math.floor(text.length / 2)));
  return fc.oneof(
    { weight: 12, arbitrary: json },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: fc.string() },
  );
}

/** Declared, no defect of ours, in the form that errors have, and silent about what is within. */
function expectDeclared({ status, type, body }: Answered, { responses }: SpecOperation, errorType: RegExp): void {
  expect(Object.keys(responses)).toContain(String(status));
  expect(status).toBeLessThan(500);
  if (status >= 400) expect(type).toMatch(errorType);
  expect(body).not.toMatch(/node_modules|\bat .+:\d+:\d+|SELECT |syntax error|invalid byte/);
}

// First, because the admin API may well delete the platform that sends.
describe('whatever iCIMS sends', () => {
  async function send(path: string, body: string, headers: Readonly<Record<string, string>>): Promise<Answered> {
    const url = new URL(path, connector.url);
    const answer = await post(url, { headers, body: Buffer.from(body), timeoutMs: 20_000 });
    return { status: answer.status, type: String(answer.headers['content-type']), body: answer.body };
  }
  const schemaOf = (operation: SpecOperation): Schema =>
    Object.values(operation.requestBody?.content ?? {})[0]?.schema as Schema;

  it(
    'an event is answered as the contract declares',
    async () => {
      const { username, password } = connector.theirs().credentials.events.basic;
      const authorization = basicHeader(username, password);
      const [example] = examplesOf(events.requestBody ?? {});
      const changes = arbitraryOfSchema(schemaOf(events)).map((value) => Object.entries(Object(value) as object));
      const ours = fc.tuple(changes, fc.nat(4)).map(([entries, count]) => ({
        ...(example?.value as object),
        ...Object.fromEntries(entries.slice(0, count)),
        customerId: '9001',
      }));
      const statuses = new Set<number>();
      await fc.assert(
        fc.asyncProperty(bodyText(fc.oneof({ weight: 4, arbitrary: ours }, anyJson)), async (body) => {
          const answer = await send('/icims/v1/events', body, { authorization, 'content-type': 'application/json' });
          statuses.add(answer.status);
          expectDeclared(answer, events, /application\/json/);
        }),
        { ...settings, numRuns: RUNS * 4 },
      );
      expect(statuses).toContain(200);
      expect(statuses).toContain(400);
    },
    TIMEOUT_MS,
  );

  it.each([
    ['application/json', bodyText(arbitraryOfSchema(schemaOf(tokens)))],
    [
      'application/x-www-form-urlencoded',
      fc
        .array(fc.tuple(fc.constantFrom('grant_type', 'client_id', 'client_secret', '__proto__'), fc.string()))
        .map((pairs) => new URLSearchParams(pairs).toString()),
    ],
  ])(
    'a token request as %s is answered as the contract declares',
    async (type, bodies) => {
      await fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          const answer = await send('/oauth/token', body, { 'content-type': type });
          expectDeclared(answer, tokens, /application\/json/);
        }),
        settings,
      );
    },
    TIMEOUT_MS,
  );
});

describe('whatever the admin API is asked', () => {
  it.each(admin)(
    '$operationId answers as its contract declares',
    async (operation) => {
      await fc.assert(
        fc.asyncProperty(anyRequest(operation), async ({ path, body }) => {
          const answer = await fetch(`${connector.url}${path}`, {
            method: operation.method.toUpperCase(),
            headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
            ...(body === undefined ? {} : { body }),
          });
          const type = answer.headers.get('content-type') ?? '';
          expectDeclared({ status: answer.status, type, body: await answer.text() }, operation, /problem\+json/);
        }),
        settings,
      );
    },
    TIMEOUT_MS,
  );
});
