import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const hashAsync = promisify(argon2);

/** The password as a PHC string: algorithm, cost, salt and hash. Takes some 30 ms of a thread of the pool. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive(password, nonce);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${text(nonce)}$${text(tag)}`;
}

/** Whether this is the password that the PHC string was made of. */
export async function isPassword(password: string, phc: string): Promise<boolean> {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(phc);
  if (found === null) return false;
  const [, memory, passes, parallelism, salt = '', hash = ''] = found;
  const tag = Buffer.from(hash, 'base64');
  const cost = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: tag.length,
  };
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost), tag);
}

/** The same password typed on another keyboard is the same text: NIST SP 800-63B, 3.1.1.2. */
function derive(password: string, nonce: Buffer, cost: typeof COST | Record<keyof typeof COST, number> = COST) {
  return hashAsync('argon2id', { ...cost, message: password.normalize('NFKC'), nonce });
}

function text(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
