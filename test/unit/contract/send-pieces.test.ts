import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { sendPieces } from '../../../src/contract/send-pieces.ts';
import { until } from '../../support/until.ts';

const PIECE = 'x'.repeat(100_000);

let server: Server;
let socket: Socket;
afterEach(() => {
  socket.destroy();
  server.close();
});

/** Serves pieces to a reader who has asked and not yet read; answers what is noted of it. */
async function serve(pieces: () => AsyncGenerator<string>) {
  const noted = { asked: 0, ended: false, failure: undefined as unknown, settled: false };
  async function* counted() {
    try {
      for await (const piece of pieces()) {
        noted.asked += 1;
        yield piece;
      }
    } finally {
      noted.ended = true;
    }
  }
  server = createServer((_request, response) => {
    void sendPieces(response, counted())
      .catch((error: unknown) => (noted.failure = error))
      .finally(() => (noted.settled = true));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  return noted;
}

async function* endless() {
  for (;;) yield await Promise.resolve(PIECE);
}

/** How far it goes until the buffers on the way are full. */
async function untilItRests(noted: { readonly asked: number }): Promise<number> {
  let before = -1;
  while (before !== noted.asked) {
    before = noted.asked;
    await delay(200);
  }
  return before;
}

describe('pieces', () => {
  it('wait for a reader who does not read', async () => {
    const noted = await serve(endless);

    const asked = await untilItRests(noted);

    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(200);
    expect(noted.ended).toBe(false);
  });

  it('are no longer asked for once the reader is gone, which is no failure', async () => {
    const noted = await serve(endless);
    await untilItRests(noted);

    socket.destroy();

    await until('the asking has ended', () => Promise.resolve(noted.settled));
    expect(noted).toMatchObject({ ended: true, failure: undefined });
  });

  it('that break off leave an answer without an end', async () => {
    const noted = await serve(async function* () {
      yield await Promise.resolve('begun');
      throw new Error('the store is gone');
    });
    let received = '';
    socket.on('data', (piece: Buffer) => (received += piece.toString()));
    socket.resume();

    await once(socket, 'close');

    expect(received).toContain('begun');
    expect(received).not.toContain('\r\n0\r\n');
    expect(noted.failure).toEqual(new Error('the store is gone'));
  });
});
