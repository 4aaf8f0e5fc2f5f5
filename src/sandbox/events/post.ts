import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** An answer as it came. */
export interface PostAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const keptOpen = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: 256 }),
  'https:': new HttpsAgent({ keepAlive: true }),
};

/**
 * POSTs bytes and waits at most `timeoutMs` for the whole answer. `fetch` would not do: it forbids setting `Connection`.
 * Rejects with the network's own error.
 */
export function post(
  url: URL,
  message: { headers: Readonly<Record<string, string>>; body: Buffer; timeoutMs: number },
): Promise<PostAnswer> {
  const closes = message.headers['connection'] === 'close';
  const secure = url.protocol === 'https:';
  const options = {
    method: 'POST',
    headers: { ...message.headers, 'content-length': message.body.length },
    agent: closes ? false : keptOpen[secure ? 'https:' : 'http:'],
    signal: AbortSignal.timeout(message.timeoutMs),
  } as const;
  return new Promise((resolve, reject) => {
    const sending = (secure ? httpsRequest : httpRequest)(url, options, (answer) => {
      readText(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
        reject,
      );
    });
    sending.on('error', reject);
    sending.end(message.body);
  });
}

async function readText(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
