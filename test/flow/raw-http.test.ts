import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { aMove } from '../support/an-offer-accepted.ts';
import { startConnector, type TestConnector } from '../support/connector.ts';
import { basicHeader } from '../support/send-event.ts';

const PATIENCE = { headersMs: 300, requestMs: 600, lookEveryMs: 50 };

let connector: TestConnector;
beforeAll(async () => {
  connector = await startConnector({ patience: PATIENCE });
});
afterAll(() => connector.close());

interface Conversation {
  readonly socket: Socket;
  /** Everything that came, once the other side has closed. */
  readonly answer: Promise<string>;
}

function talk(): Conversation {
  const socket = connect(Number(new URL(connector.url).port), '127.0.0.1').setEncoding('latin1');
  let text = '';
  socket.on('data', (piece: string) => (text += piece));
  // A reset is a way to close, too.
  socket.on('error', () => undefined);
  return { socket, answer: once(socket, 'close').then(() => text) };
}

function say(text: string): Promise<string> {
  const { socket, answer } = talk();
  socket.write(text, 'latin1');
  return answer;
}

const statusesOf = (answer: string): string[] =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, code = '']) => code);
const event = (): string =>
  JSON.stringify(aMove(connector.theirs(), connector.theirs().candidate('h1b-new-graduate'), 'interview'));

/** The head of a good event, and what a test says about its length. */
function head(...framing: readonly string[]): string {
  const { username, password } = connector.theirs().credentials.events.basic;
  return [
    'POST /icims/v1/events HTTP/1.1',
    'Host: connector.example.com',
    'Content-Type: application/json',
    `Authorization: ${basicHeader(username, password)}`,
    ...framing,
    '',
    '',
  ].join('\r\n');
}
const chunked = (body: string): string => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
/** What an attacker would have served as somebody else's request. */
const SMUGGLED = 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n';

describe('a request whose end two readers could see in different places', () => {
  const lengths = (body: string): string => `Content-Length: ${body.length}`;

  it.each<[string, () => string]>([
    [
      'Content-Length and Transfer-Encoding',
      () => head(lengths(event()), 'Transfer-Encoding: chunked') + chunked(event()),
    ],
    [
      'Transfer-Encoding and Content-Length',
      () => head('Transfer-Encoding: chunked', 'Content-Length: 4') + chunked(event()),
    ],
    ['two different Content-Lengths', () => head(lengths(event()), 'Content-Length: 4') + event()],
    ['two equal Content-Lengths', () => head(lengths(event()), lengths(event())) + event()],
    ['a list of Content-Lengths', () => head(`${lengths(event())}, 4`) + event()],
    ['a Content-Length with a sign', () => head(`Content-Length: +${event().length}`) + event()],
    ['a Content-Length in hex', () => head('Content-Length: 0x10') + event()],
    ['a space before the colon', () => head(`Content-Length : ${event().length}`) + event()],
    ['a Transfer-Encoding that is not chunked', () => head('Transfer-Encoding: xchunked') + chunked(event())],
    ['chunked that is not last', () => head('Transfer-Encoding: chunked, identity') + chunked(event())],
    ['chunked twice', () => head('Transfer-Encoding: chunked', 'Transfer-Encoding: chunked') + chunked(event())],
    ['a chunk size that is no number', () => `${head('Transfer-Encoding: chunked')}zz\r\n${event()}\r\n0\r\n\r\n`],
    ['a negative chunk size', () => `${head('Transfer-Encoding: chunked')}-1\r\n${event()}\r\n0\r\n\r\n`],
    ['a chunk size with a prefix', () => `${head('Transfer-Encoding: chunked')}0x5\r\nabcde\r\n0\r\n\r\n`],
    ['a chunk longer than it says', () => `${head('Transfer-Encoding: chunked')}2\r\n${event()}\r\n0\r\n\r\n`],
    [
      'a chunk size beyond all numbers',
      () => `${head('Transfer-Encoding: chunked')}${'f'.repeat(20)}\r\n{}\r\n0\r\n\r\n`,
    ],
    ['chunks that end with a bare line feed', () => `${head('Transfer-Encoding: chunked')}2\n{}\n0\n\n`],
    ['a folded header', () => head('X-Note: one\r\n two', lengths(event())) + event()],
    ['a bare carriage return in a header', () => head('X-Note: one\rContent-Length: 3', lengths(event())) + event()],
    ['a header of no name', () => head(': nothing', lengths(event())) + event()],
    ['a NUL in a header', () => head('X-Note: a\0b', lengths(event())) + event()],
  ])('is refused and the connection closed: %s', async (_what, request) => {
    const before = (await connector.admin.events()).length;

    const answer = await say(request() + SMUGGLED);

    expect(statusesOf(answer)).toEqual(['400']);
    expect(answer).toMatch(/\r\nConnection: close\r\n/i);
    expect(await connector.admin.events()).toHaveLength(before);
  });

  it('but a plain one is served, and the one behind it on the same connection', async () => {
    const body = event();

    const answer = await say(
      `${head(lengths(body))}${body}${SMUGGLED.replace('Host: x', 'Host: x\r\nConnection: close')}`,
    );

    expect(statusesOf(answer)).toEqual(['200', '200']);
  });
});

describe('a slow client', () => {
  it.each<[string, () => string]>([
    ['never ends its headers', () => 'POST /icims/v1/events HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['never ends its body', () => `${head('Content-Length: 500')}{"customerId":`],
    ['never ends its chunks', () => `${head('Transfer-Encoding: chunked')}1\r\n{\r\n`],
  ])('that %s is cut off after the time it is given', async (_what, request) => {
    const started = performance.now();

    const answer = await say(request());

    expect(statusesOf(answer)).toEqual(['408']);
    expect(performance.now() - started).toBeGreaterThan(PATIENCE.headersMs - 50);
  });

  it('that goes on byte by byte is cut off all the same', async () => {
    const { socket, answer } = talk();
    socket.write(`${head('Content-Length: 5000')}{`);
    const drip = setInterval(() => socket.write(' '), 20);

    const text = await answer.finally(() => clearInterval(drip));

    expect(statusesOf(text)).toEqual(['408']);
  });

  it('does not hold up the others', async () => {
    const slow = Array.from({ length: 100 }, talk);
    for (const { socket } of slow) socket.write('POST /icims/v1/events HTTP/1.1\r\nHost: x\r\n');

    const { status } = await connector.send(JSON.parse(event()) as Record<string, unknown>);

    expect(status).toBe(200);
    await Promise.all(slow.map(({ answer }) => answer));
  });
});

describe('a forged address of the sender', () => {
  it('counts for nothing: wrong credentials are put off whatever X-Forwarded-For and its like say', async () => {
    const { username } = connector.theirs().credentials.events.basic;
    const statuses: (number | undefined)[] = [];
    for (let at = 0; at < 55; at += 1) {
      const forged = `198.51.100.${at}`;
      const headers = {
        'x-forwarded-for': forged,
        'x-real-ip': forged,
        forwarded: `for=${forged}`,
        'x-client-ip': forged,
        'cf-connecting-ip': forged,
      };
      const { status } = await connector.send({}, { authorization: basicHeader(username, 'wrong'), headers });
      statuses.push(status);
    }

    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.at(-1)).toBe(429);
  });

  it('opens no door: a forged loopback or host does not spare the token', async () => {
    for (const [name, value] of [
      ['x-forwarded-for', '127.0.0.1'],
      ['x-forwarded-host', 'localhost'],
      ['x-forwarded-proto', 'https'],
      ['x-original-url', '/health/live'],
      ['x-rewrite-url', '/health/live'],
    ] as const) {
      const { status } = await fetch(`${connector.url}/api/v1/hires`, { headers: { [name]: value } });
      expect([name, status]).toEqual([name, 401]);
    }
  });
});
