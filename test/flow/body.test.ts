import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import request from 'supertest';
import { type EventBody } from '../../src/sandbox/events/status-change-event.ts';
import { aMove } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { type Answer, type Sending } from '../support/send-event.ts';

const MIB = 1024 * 1024;

let connector: TestConnector;
let event: EventBody;
beforeAll(async () => {
  connector = await startConnector();
  event = aMove(connector.theirs(), connector.theirs().candidate('h1b-new-graduate'), 'interview');
});
afterAll(() => connector.close());

const send = (bytes: Buffer | string, headers: Record<string, string> = {}, more: Sending = {}): Promise<Answer> =>
  connector.send(event, { bytes: Buffer.from(bytes as string), headers, ...more });
const text = (): string => JSON.stringify(event);
const padded = (length: number): string => text().replace(/}$/, `,"padding":"${'x'.repeat(length)}"}`);
const ofLength = (length: number): string => padded(length - padded(0).length);
/** RFC 1952: members may follow each other, and the last four bytes tell the length of the last one only. */
const inTwoMembers = (): Buffer => Buffer.concat([gzipSync(text().slice(0, -1)), gzipSync('}')]);
const ofSaidLength = (length: number): Buffer => {
  const bytes = gzipSync(text());
  bytes.writeUInt32LE(length, bytes.length - 4);
  return bytes;
};

describe('the body of an event', () => {
  it.each([
    ['exactly 1 MiB', () => send(ofLength(MIB)), 200],
    ['exactly 1 MiB, gzipped', () => send(gzipSync(ofLength(MIB)), { 'content-encoding': 'gzip' }), 200],
    ['two gzip members', () => send(inTwoMembers(), { 'content-encoding': 'gzip' }), 200],
    ['a UTF-8 byte order mark before it', () => send(`\uFEFF${text()}`), 200],
    ['its charset named', () => send(text(), { 'content-type': 'application/json; charset=UTF-8' }), 200],
    ['identity encoding', () => send(text(), { 'content-encoding': 'identity' }), 200],
    ['escaped keys and unknown ones', () => send(text().replace('{', '{"\\u0078":{"y":[1,{}]},')), 200],
  ])('is taken with %s', async (_what, sent, status) => {
    expect(await sent()).toMatchObject({ status });
  });

  it.each([
    ['1 MiB and a byte', () => send(ofLength(MIB + 1)), 413, 'TOO_LARGE'],
    [
      '1 MiB and a byte when inflated',
      () => send(gzipSync(ofLength(MIB + 1)), { 'content-encoding': 'gzip' }),
      413,
      'TOO_LARGE',
    ],
    [
      '50 MB when inflated',
      () => send(gzipSync(Buffer.alloc(50 * MIB)), { 'content-encoding': 'gzip' }),
      413,
      'TOO_LARGE',
    ],
    ['deflate', () => send(deflateSync(text()), { 'content-encoding': 'deflate' }), 415, 'UNSUPPORTED_MEDIA'],
    ['brotli', () => send(brotliCompressSync(text()), { 'content-encoding': 'br' }), 415, 'UNSUPPORTED_MEDIA'],
    [
      'two encodings',
      () => send(gzipSync(gzipSync(text())), { 'content-encoding': 'gzip, gzip' }),
      415,
      'UNSUPPORTED_MEDIA',
    ],
    ['text/plain', () => send(text(), { 'content-type': 'text/plain' }), 415, 'UNSUPPORTED_MEDIA'],
    ['a form', () => send('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'UNSUPPORTED_MEDIA'],
    ['multipart', () => send(text(), { 'content-type': 'multipart/form-data; boundary=x' }), 415, 'UNSUPPORTED_MEDIA'],
    ['UTF-16', () => send(text(), { 'content-type': 'application/json; charset=utf-16' }), 415, 'UNSUPPORTED_MEDIA'],
    ['no content type', () => send(text(), { 'content-type': '' }), 415, 'UNSUPPORTED_MEDIA'],
    ['gzip that is none', () => send(text(), { 'content-encoding': 'gzip' }), 400, 'INVALID_EVENT'],
    [
      'cut-off gzip',
      () => send(gzipSync(text()).subarray(0, 60), { 'content-encoding': 'gzip' }),
      400,
      'INVALID_EVENT',
    ],
    [
      'two bytes of gzip',
      () => send(gzipSync(text()).subarray(0, 2), { 'content-encoding': 'gzip' }),
      400,
      'INVALID_EVENT',
    ],
    ['gzip that calls itself empty', () => send(ofSaidLength(0), { 'content-encoding': 'gzip' }), 400, 'INVALID_EVENT'],
    [
      'gzip that calls itself 4 GiB',
      () => send(ofSaidLength(0xffff_ffff), { 'content-encoding': 'gzip' }),
      400,
      'INVALID_EVENT',
    ],
    ['nothing', () => send(''), 400, 'INVALID_EVENT'],
    ['cut-off JSON', () => send(text().slice(0, -5)), 400, 'INVALID_EVENT'],
    ['something behind it', () => send(`${text()} {}`), 400, 'INVALID_EVENT'],
    ['an array at the top', () => send(`[${text()}]`), 400, 'INVALID_EVENT'],
    ['null at the top', () => send('null'), 400, 'INVALID_EVENT'],
    ['a text at the top', () => send('"event"'), 400, 'INVALID_EVENT'],
    ['an empty object', () => send('{}'), 400, 'INVALID_EVENT'],
    ['invalid UTF-8', () => send(Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])), 400, 'INVALID_EVENT'],
    ['overlong UTF-8', () => send(Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d])), 400, 'INVALID_EVENT'],
    ['a key twice', () => send(text().replace('{', '{"customerId":"9002",')), 400, 'INVALID_EVENT'],
    ['a key twice, once escaped', () => send(text().replace('{', '{"customer\\u0049d":"9002",')), 400, 'INVALID_EVENT'],
    [
      'a hundred thousand levels',
      () => send(text().replace('{', `{"a":${'['.repeat(1e5)}${']'.repeat(1e5)},`)),
      400,
      'INVALID_EVENT',
    ],
    [
      'twenty thousand keys',
      () =>
        send(
          JSON.stringify({
            ...event,
            ...Object.fromEntries(Array.from({ length: 20_000 }, (_one, index) => [`k${index}`, 1])),
          }),
        ),
      400,
      'INVALID_EVENT',
    ],
  ] as const)('is refused with %s', async (_what, sent, status, code) => {
    expect(await sent()).toMatchObject({ status, code });
  });

  it.each([
    ['systemId', ''],
    ['systemId', 'a b'],
    ['systemId', '../jobs/1'],
    ['systemId', '40211\u0000'],
    ['systemId', '４０２１１'],
    ['systemId', 1e300],
    ['systemId', 2 ** 53],
    ['systemId', -1],
    ['systemId', null],
    ['customerId', '9001/../9002'],
    ['customerId', ['9001']],
    ['eventType', ''],
    ['eventType', 'Work Flow\u0000'],
    ['newStatus', { id: 'C20500' }],
    ['newStatus', "20500' OR 1=1"],
    ['links', 'https://api.icims.com'],
    ['links', [[]]],
  ])('is refused when %s is %j, and the key is named', async (key, value) => {
    const answer = await send(JSON.stringify({ ...event, [key]: value }));

    expect(answer).toMatchObject({ status: 400, code: 'INVALID_EVENT' });
    expect(answer.body.error?.debugErrorMessage).toContain(`/${key}`);
  });

  it('names every fault at once', async () => {
    const answer = await send(JSON.stringify({ ...event, systemId: 'x', eventType: '', jobId: {} }));

    for (const key of ['/systemId', '/eventType', '/jobId'])
      expect(answer.body.error?.debugErrorMessage).toContain(key);
  });

  it.each(['__proto__', 'constructor', 'toString', 'prototype'])(
    'with a key %s changes nothing but itself',
    async (key) => {
      const answer = await send(text().replace('{', `{"${key}":{"polluted":true,"eventType":"x"},`));

      expect([200, 400]).toContain(answer.status);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  it('is refused over the limit also when its length was not announced', async () => {
    const answer = await fetch(`${connector.url}/icims/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([ofLength(MIB + 1)]).stream(),
      duplex: 'half',
    });

    expect(answer.status).toBe(413);
  });
});

describe('the event route', () => {
  it.each(['get', 'put', 'delete', 'patch'] as const)('answers %s as no operation of ours', async (method) => {
    const answer = await request(connector.url)[method]('/icims/v1/events');

    expect([404, 405]).toContain(answer.status);
    expect(answer.body).toMatchObject({ code: 'NOT_FOUND', reference: expect.any(String) });
  });

  it('ignores a method override', async () => {
    const answer = await send(text(), { 'x-http-method-override': 'DELETE' });

    expect(answer.status).toBe(200);
  });

  it.each(['/', '/icims/v2/events', '/icims/v1/events/', '/%E0%A4%A', '/..%2f'])(
    'answers %s without a defect',
    async (path) => {
      const answer = await request(connector.url).post(path).send({});

      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.text).not.toMatch(/node_modules|at .*\.ts/);
    },
  );
});
