import { once } from 'node:events';
import { type Writable } from 'node:stream';

/** Writes one piece and waits while its reader is slow. Rejects when the stream fails meanwhile. */
export async function writePiece(to: Writable, piece: string | Buffer): Promise<void> {
  if (!to.write(piece)) await once(to, 'drain');
}
