import { createHash } from 'node:crypto';
import { Failure } from '../runtime/failure.ts';

const WINDOW_MS = 15 * 60_000;
const TRIES_OF_ACCOUNT = 10;
const TRIES_OF_ADDRESS = 100;

/** Slows down whoever guesses passwords, codes and links. */
export interface SignInBrake {
  /** Throws `unavailable` TOO_MANY when this is one try too many of the account or of the address. */
  count(tried: { readonly address: string; readonly account?: string }): Promise<void>;
  /** After a success: the account's tries are forgotten. */
  forget(account: string): Promise<void>;
}

/** Tries by key, shared by all processes. Each method throws STORE_UNAVAILABLE. */
export interface SignInTries {
  /** Counts one more in the key's window, which begins anew once it has ended, by database time. */
  add(key: string, windowMs: number): Promise<{ readonly tries: number; readonly endsInMs: number }>;
  forget(key: string): Promise<void>;
}

/** Ten tries per account and a hundred per address in a quarter of an hour, whichever process they reach. */
export function createSignInBrake(tries: SignInTries): SignInBrake {
  async function take(key: string, most: number): Promise<void> {
    const counted = await tries.add(key, WINDOW_MS);
    if (counted.tries > most) throw tooMany(counted.endsInMs);
  }
  return {
    async count({ address, account }) {
      await take(keyOf('address', address), TRIES_OF_ADDRESS);
      if (account !== undefined) await take(keyOf('account', account), TRIES_OF_ACCOUNT);
    },
    forget: (account) => tries.forget(keyOf('account', account)),
  };
}

/** Who tried is not kept, only what tells them apart. */
function keyOf(kind: string, name: string): string {
  return createHash('sha256').update(`${kind} ${name}`).digest('base64url');
}

function tooMany(retryAfterMs: number): Failure {
  const minutes = Math.ceil(retryAfterMs / 60_000);
  return new Failure('unavailable', 'TOO_MANY', `Too many attempts. Try again in ${minutes} minutes.`, {
    retryAfterMs,
  });
}
