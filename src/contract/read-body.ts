import { gunzipSync } from 'node:zlib';
import { type IncomingMessage } from 'node:http';
import { Failure, toFailure } from '../runtime/failure.ts';
import { type BodyBudget } from './body-budget.ts';

/** A request body in both forms a signature may cover. */
export interface ReadBody {
  readonly wireBody: Buffer;
  readonly inflatedBody: Buffer;
}

const tooLarge = (): Failure =>
  new Failure('invalid', 'TOO_LARGE', 'The body is larger than 1 MiB. Send one event a request.');

/**
 * Reads a JSON body and keeps the bytes as sent and as inflated, which a signature may cover either of.
 * Throws `invalid` TOO_LARGE (as sent or inflated beyond `maxBytes`, by Content-Length before anything is read),
 * UNSUPPORTED_MEDIA (not JSON, an encoding other than gzip or identity), INVALID_EVENT (broken gzip, cut off), and
 * `unavailable` OVERLOADED when `budget` has no room left.
 */
export async function readBody(request: IncomingMessage, maxBytes: number, budget?: BodyBudget): Promise<ReadBody> {
  const { headers } = request;
  requireJson(headers['content-type']);
  const encoding = encodingOf(headers['content-encoding']);
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const wireBody = await readBytes(request, maxBytes, budget);
  return { wireBody, inflatedBody: encoding === 'gzip' ? inflate(wireBody, maxBytes) : wireBody };
}

const jsonType = /^application\/json[ \t]*(;[ \t]*charset[ \t]*=[ \t]*"?utf-8"?[ \t]*)?$/i;

function requireJson(contentType: string | undefined): void {
  if (contentType !== undefined && jsonType.test(contentType)) return;
  throw new Failure('invalid', 'UNSUPPORTED_MEDIA', 'Send the event as `Content-Type: application/json` in UTF-8.');
}

function encodingOf(contentEncoding: string | undefined): 'gzip' | 'identity' {
  const encoding = (contentEncoding ?? 'identity').trim().toLowerCase();
  if (encoding === 'gzip' || encoding === 'identity') return encoding;
  throw new Failure('invalid', 'UNSUPPORTED_MEDIA', 'Send the event plain or with `Content-Encoding: gzip`.');
}

function readBytes(request: IncomingMessage, maxBytes: number, budget: BodyBudget | undefined): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  let refused = false;
  const take = (chunk: Buffer): void => {
    if (length + chunk.length > maxBytes) throw tooLarge();
    budget?.hold(chunk.length);
    length += chunk.length;
    chunks.push(chunk);
  };
  const bytes = new Promise<Buffer>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      if (refused) return;
      try {
        take(chunk);
      } catch (refusal) {
        // The rest is read into nothing: who is still sending can then read the refusal.
        refused = true;
        chunks.length = 0;
        reject(toFailure(refusal));
      }
    });
    let ended = false;
    request.on('end', () => {
      ended = true;
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    });
    request.on('error', () => reject(cutOff()));
    // Every request closes; a failure with its stack is made only for those that closed too early.
    request.on('close', () => {
      if (!ended) reject(cutOff());
    });
  });
  return bytes.finally(() => budget?.release(length));
}

function cutOff(): Failure {
  return new Failure('invalid', 'INVALID_EVENT', 'The body ended before its announced length.');
}

const CHUNK_BYTES = { least: 64, most: 16 * 1024 } as const;

/**
 * Room for what comes out, in one piece if it is small: setting aside the usual 16 KiB costs as much as inflating an event.
 * The last four bytes say how much that is (RFC 1952 section 2.3.1). Who lies there only gets more pieces, or larger ones.
 */
function chunkSizeFor(wireBody: Buffer): number {
  const said = wireBody.readUInt32LE(wireBody.length - 4) + 1;
  return Math.min(Math.max(said, CHUNK_BYTES.least), CHUNK_BYTES.most);
}

/** At once: an event is small, the largest takes a few milliseconds, and a trip to another thread costs more memory and time. */
function inflate(wireBody: Buffer, maxBytes: number): Buffer {
  try {
    return gunzipSync(wireBody, { maxOutputLength: maxBytes, chunkSize: chunkSizeFor(wireBody) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw new Failure('invalid', 'INVALID_EVENT', 'The body is not valid gzip.');
  }
}
