import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Failure } from '../runtime/failure.ts';

const WINDOW_SECONDS = 15 * 60;
const TRIES_OF_ACCOUNT = 10;
const TRIES_OF_ADDRESS = 100;

/** Slows down whoever guesses passwords, codes and links. */
export interface SignInBrake {
  /** Throws `unavailable` TOO_MANY when this is one try too many of the account or of the address. */
  count(tried: { readonly address: string; readonly account?: string }): Promise<void>;
  /** After a success: the account's tries are forgotten. */
  forget(account: string): Promise<void>;
}

/** Ten tries per account and a hundred per address in a quarter of an hour, in each process. */
export function createSignInBrake(): SignInBrake {
  const accounts = new RateLimiterMemory({ points: TRIES_OF_ACCOUNT, duration: WINDOW_SECONDS });
  const addresses = new RateLimiterMemory({ points: TRIES_OF_ADDRESS, duration: WINDOW_SECONDS });
  return {
    async count({ address, account }) {
      await take(addresses, address);
      if (account !== undefined) await take(accounts, account);
    },
    forget: async (account) => {
      await accounts.delete(account);
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    const minutes = Math.ceil(thrown.msBeforeNext / 60_000);
    throw new Failure('unavailable', 'TOO_MANY', `Too many attempts. Try again in ${minutes} minutes.`, {
      retryAfterMs: thrown.msBeforeNext,
    });
  }
}
