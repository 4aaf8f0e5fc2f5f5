import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Whether a body is a text in pieces. */
export function isInPieces(body: unknown): body is AsyncIterable<string> {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/**
 * Sends a text piece by piece; the next one is asked for when the reader took the one before. A reader that goes away ends the
 * asking, which is no failure. Throws what the pieces throw, with the answer cut off.
 */
export async function sendPieces(response: Writable, pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces, { highWaterMark: 1 }), response);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
