import { Failure } from '../runtime/failure.ts';

const WINDOW_MS = 10_000;
const FREE_FAILURES = 50;
const MAX_COUNTED = 10_000;

/** Who failed: the address it came from, and the configured name it claimed, if it did claim one. */
interface Stranger {
  readonly address: string;
  readonly name?: string | undefined;
}

/**
 * Answers wrong credentials with TOO_MANY once they come in numbers. It is asked only after a credential was found
 * wrong, so a right one always passes: nobody can keep a platform out by sending wrong passwords in its name.
 */
export interface CredentialBrake {
  /** Throws `unavailable` TOO_MANY when this failure is one too many of its address or name. */
  countFailure(stranger: Stranger, nowMs: number): void;
  /** What `authenticate` answers; counts the `unauthenticated` that it throws. */
  guard<Caller>(address: string, nowMs: number, authenticate: () => Caller): Caller;
}

interface Count {
  failures: number;
  readonly endsAt: number;
}

/** Fifty failures in ten seconds are free, for each address and for each name. The oldest counts go when memory is used up. */
export function createCredentialBrake(): CredentialBrake {
  const counts = new Map<string, Count>();

  function count(key: string, nowMs: number): Count {
    const known = counts.get(key);
    if (known !== undefined && nowMs < known.endsAt) {
      known.failures += 1;
      return known;
    }
    counts.delete(key);
    const [oldest] = counts.size < MAX_COUNTED ? [] : counts.keys();
    if (oldest !== undefined) counts.delete(oldest);
    const fresh = { failures: 1, endsAt: nowMs + WINDOW_MS };
    counts.set(key, fresh);
    return fresh;
  }

  function countFailure({ address, name }: Stranger, nowMs: number): void {
    const keys = [`address ${address}`, ...(name === undefined ? [] : [`name ${name}`])];
    const full = keys.map((key) => count(key, nowMs)).filter(({ failures }) => failures > FREE_FAILURES);
    if (full.length > 0) throw tooMany(Math.max(...full.map(({ endsAt }) => endsAt)) - nowMs, name);
  }

  return {
    countFailure,
    guard(address, nowMs, authenticate) {
      try {
        return authenticate();
      } catch (thrown) {
        if (thrown instanceof Failure && thrown.kind === 'unauthenticated') {
          const { name } = thrown.facts;
          countFailure({ address, name: name === undefined ? undefined : String(name) }, nowMs);
        }
        throw thrown;
      }
    },
  };
}

function tooMany(retryAfterMs: number, name: string | undefined): Failure {
  return new Failure('unavailable', 'TOO_MANY', 'Too many requests came with a wrong credential.', {
    retryAfterMs,
    userMessage:
      'This request could not be verified. Please ask your administrator to check the integration credential.',
    facts: { cause: 'wrong-credentials', ...(name === undefined ? {} : { name }) },
  });
}
