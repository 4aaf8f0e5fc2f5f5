import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type OddAnswer, oddAnswers } from './odd-answers.ts';

/** What becomes of one request on the way. */
export type Fate =
  | 'pass'
  /** The other side does its work; its answer never arrives. */
  | 'lose-answer'
  /** Accepted and never answered. */
  | 'silent'
  /** Answered one byte a second. */
  | 'drip'
  /** Answered with this, and not passed on. */
  | OddAnswer;

interface Passing {
  readonly method: string;
  readonly path: string;
}

/** A stretch of road between the connector and another system. */
export interface BadRoad {
  readonly url: string;
  /** Decides about each request; all pass until told. */
  decide(fate: (passing: Passing) => Fate): void;
  /** Requests that did not pass. */
  readonly stopped: readonly Passing[];
  close(): Promise<void>;
}

/** An HTTP server that passes requests on to `target`, as well as it is told to. */
export async function startBadRoad(target: string): Promise<BadRoad> {
  let decide: (passing: Passing) => Fate = () => 'pass';
  const stopped: Passing[] = [];
  const drips = new Set<NodeJS.Timeout>();

  const server = createServer((incoming, response) => {
    const passing = { method: incoming.method ?? '', path: incoming.url ?? '' };
    const fate = decide(passing);
    if (fate !== 'pass') stopped.push(passing);
    if (fate === 'pass' || fate === 'lose-answer') {
      forward(incoming, new URL(passing.path, target), (answer) => deliver(answer, response, fate));
      return;
    }
    incoming.resume();
    if (fate === 'drip') drips.add(drip(response));
    else if (fate !== 'silent') oddAnswers[fate](response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    decide: (fate) => void (decide = fate),
    stopped,
    async close() {
      for (const timer of drips) clearInterval(timer);
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function forward(incoming: IncomingMessage, url: URL, onAnswer: (answer: IncomingMessage) => void): void {
  const { method, headers } = incoming; // the Host header stays as it is: signatures cover it
  const outgoing = request(url, { method, headers }, onAnswer);
  outgoing.on('error', () => incoming.socket.destroy());
  incoming.pipe(outgoing);
}

function deliver(answer: IncomingMessage, response: ServerResponse, fate: 'pass' | 'lose-answer'): void {
  if (fate === 'lose-answer') {
    answer.resume().on('end', () => response.destroy());
    return;
  }
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
}

function drip(response: ServerResponse): NodeJS.Timeout {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{');
  const timer = setInterval(() => void response.write(' '), 1_000);
  response.on('close', () => clearInterval(timer));
  return timer;
}
