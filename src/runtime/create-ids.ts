import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const ID_BYTES = 16;
const POOL_BYTES = ID_BYTES * 256;
/** Half of the counter's 32 bits are left to count within one millisecond. */
const FIRST_SEQUENCES = 2 ** 31;

/**
 * Makes UUIDv7s (RFC 9562) that ascend, also within one millisecond. Random bytes are drawn for 256 ids at a time: asking
 * for them costs more than all the rest of an id.
 */
export function createIds(nowMs: () => number): () => string {
  const pool = Buffer.alloc(POOL_BYTES);
  let at = POOL_BYTES;
  let msecs = 0;
  let seq = 0;
  return () => {
    if (at === POOL_BYTES) {
      randomFillSync(pool);
      at = 0;
    }
    const random = pool.subarray(at, at + ID_BYTES);
    at += ID_BYTES;
    const now = nowMs();
    if (now > msecs) seq = random.readUInt32BE(6) % FIRST_SEQUENCES;
    else seq += 1;
    msecs = Math.max(now, msecs);
    return v7({ random, msecs, seq });
  };
}
