import { type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

const CHUNK = Buffer.alloc(1_000_000, ' ');
const HUGE_CHUNKS = 500;
let bomb: Buffer | undefined;

/** What a system in trouble answers. The request does not reach the other side. */
export const oddAnswers = {
  cut: (response) => void response.destroy(),
  'server-error': (response) => void response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal error'),
  unavailable: (response) => void response.writeHead(503, { 'retry-after': '1' }).end(),
  html: (response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Maintenance</title>');
  },
  nothing: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(),
  truncated: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
    response.write('{"firstname":"Te', () => response.destroy());
  },
  busy: (response) => void response.writeHead(429, { 'retry-after': 'soon' }).end(),
  'busy-in-the-past': (response) => {
    response.writeHead(429, { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' }).end();
  },
  'busy-below-zero': (response) => void response.writeHead(429, { 'retry-after': '-7' }).end(),
  bomb: (response) => {
    bomb ??= gzipSync(Buffer.alloc(50_000_000, ' '));
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb);
  },
  huge: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    pour(response, HUGE_CHUNKS);
  },
} as const satisfies Record<string, (response: ServerResponse) => void>;
export type OddAnswer = keyof typeof oddAnswers;

/** As fast as the reader takes it, and only as long as there is one. */
function pour(response: ServerResponse, chunksLeft: number): void {
  if (response.destroyed) return;
  if (chunksLeft === 0) response.end();
  else response.write(CHUNK, () => pour(response, chunksLeft - 1));
}
