import { setTimeout as delay } from 'node:timers/promises';
import { type ServerResponse } from 'node:http';
import { type Fault, type FaultKind } from '../platform/faults.ts';
import { errorAnswer, type Answer } from './answer.ts';

/** What a fault does: an answer to write, or `closed` when the connection is gone and nothing more may be written. */
type Misbehaviour = Answer | 'closed';

type Misbehave = (fault: Fault, response: ServerResponse) => Misbehaviour;

const busy = (fault: Fault, answer: Answer): Answer => {
  if (fault.retryAfterSeconds === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(fault.retryAfterSeconds) } };
};

const raw = (contentType: string, text: string): Answer => ({
  status: 200,
  bytes: { contentType, data: Buffer.from(text) },
});

const byKind: Readonly<Record<Exclude<FaultKind, 'slow'>, Misbehave>> = {
  down: (_fault, response) => {
    response.destroy();
    return 'closed';
  },
  'too-many': (fault) => busy(fault, errorAnswer(429, 5, 'Too many requests')),
  'error-500': () => errorAnswer(500, 0, 'Internal error'),
  'error-503': (fault) => busy(fault, errorAnswer(503, 0, 'Temporarily unavailable')),
  'error-401': () => errorAnswer(401, 6, 'Invalid user name or password'),
  html: () => raw('text/html', '<!doctype html><title>Maintenance</title><p>We will be back soon.</p>'),
  'wrong-json': () => raw('application/json', '{"firstname": "Te'),
  'wrong-shape': () => raw('application/json', '["this is not a profile"]'),
  truncated: (_fault, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
    response.write('{"firstname":"Te', () => response.destroy());
    return 'closed';
  },
};

/** Does what the faults say. Null: answer as usual, perhaps after a while. */
export async function misbehave(faults: readonly Fault[], response: ServerResponse): Promise<Misbehaviour | null> {
  for (const fault of faults) {
    if (fault.kind !== 'slow') return byKind[fault.kind](fault, response);
    await delay(fault.ms ?? 1000);
  }
  return null;
}
