import { type IncomingMessage, request } from 'node:http';
import { type LocalServer, startLocalServer } from './local-server.ts';

export interface LossyProxy extends LocalServer {
  /** The next request with this method reaches the other side, but its answer is lost. */
  loseNextAnswerTo(method: string): void;
}

/** Stands before another server of this machine and loses answers on their way back. */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  const losing: string[] = [];
  const server = await startLocalServer((asked, answer) => {
    const loses = losing.includes(asked.method ?? '');
    if (loses) losing.splice(losing.indexOf(asked.method ?? ''), 1);
    const forwarded = request(new URL(asked.url ?? '/', target), { method: asked.method, headers: asked.headers });
    forwarded.on('response', (response: IncomingMessage) => {
      if (loses) {
        response.resume().on('end', () => answer.destroy());
        return;
      }
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    forwarded.on('error', () => answer.destroy());
    asked.pipe(forwarded);
  });
  return { ...server, loseNextAnswerTo: (method) => void losing.push(method) };
}
