import { describe, expect, it } from '@jest/globals';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { createBodyBudget, type BodyBudget } from '../../../src/contract/body-budget.ts';
import { readBody } from '../../../src/contract/read-body.ts';

const MAX_BYTES = 1000;

function aRequest(): IncomingMessage {
  const request = new IncomingMessage(new Socket());
  request.headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
  return request;
}

function arriving(request: IncomingMessage, bytes: number, budget: BodyBudget): Promise<number> {
  request.push(Buffer.alloc(bytes, ' '));
  return readBody(request, MAX_BYTES, budget).then(({ wireBody }) => wireBody.length);
}

const flowed = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

describe('the memory set aside for bodies that are received', () => {
  it('turns away whoever comes when it is used up, and takes others when it is free again', async () => {
    const budget = createBodyBudget(1500);
    const slow = aRequest();
    const first = arriving(slow, 900, budget);
    await flowed();

    const refused = { kind: 'unavailable', code: 'OVERLOADED', retryAfterMs: 2_000 };
    await expect(arriving(aRequest(), 700, budget)).rejects.toMatchObject(refused);

    slow.push(null);
    expect(await first).toBe(900);
    const third = aRequest();
    const read = arriving(third, 1000, budget);
    third.push(null);
    expect(await read).toBe(1000);
  });

  it.each([
    ['is cut off', (request: IncomingMessage) => void request.destroy()],
    ['grows too large', (request: IncomingMessage) => void request.push(Buffer.alloc(MAX_BYTES))],
  ])('is free again when a body %s', async (_what, spoil) => {
    const budget = createBodyBudget(900);
    const request = aRequest();
    const read = arriving(request, 900, budget);
    await flowed();

    spoil(request);

    await expect(read).rejects.toMatchObject({ kind: 'invalid' });
    expect(() => budget.hold(900)).not.toThrow();
  });
});
