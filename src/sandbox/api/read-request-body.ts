import { type IncomingMessage } from 'node:http';
import { refusal } from '../platform/refusal.ts';

const MAX_BYTES = 5_000_000;

/** A request's body: as sent, and parsed when it is JSON or a form. */
export interface RequestBody {
  readonly bytes: Buffer;
  readonly parsed: Readonly<Record<string, unknown>>;
}

const none: RequestBody = { bytes: Buffer.alloc(0), parsed: {} };

/** Reads a body. Throws refusals: no `Content-Length` (411), too large (413), not JSON (400). */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  if (request.method === 'GET') return none;
  const contentType = request.headers['content-type'] ?? '';
  const isJson = contentType.startsWith('application/json');
  const isChunked = request.headers['transfer-encoding'] !== undefined;
  if (isJson && isChunked) throw refusal(411, 'unusable', 'Content-Length is wanted');
  const bytes = await readBytes(request);
  if (isJson) return { bytes, parsed: bytes.length === 0 ? {} : parseObject(bytes) };
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return { bytes, parsed: {} };
  return { bytes, parsed: Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))) };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > MAX_BYTES) throw refusal(413, 'unusable', 'The body is too large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

function parseObject(bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(bytes.toString('utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    throw refusal(400, 'unusable', 'The body is not valid JSON');
  }
}
