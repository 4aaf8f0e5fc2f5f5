import { type AuthenticatedCaller } from '../auth/authenticated-caller.ts';
import { Failure } from '../runtime/failure.ts';

/** How fast one credential may send. */
export interface CallerRate {
  /** Throws `unavailable` TOO_MANY, with the time until the next one may come. */
  take(caller: Pick<AuthenticatedCaller, 'scheme' | 'name' | 'customerIds'>, nowMs: number): void;
}

/** Platforms may share a name and hold different secrets: one must not use up what the other may send. */
function keyOf({ scheme, name, customerIds }: Parameters<CallerRate['take']>[0]): string {
  return [scheme, ...customerIds, name].join(' ');
}

interface Bucket {
  tokens: number;
  at: number;
}

/** A burst of ten seconds' worth is let through; afterwards `perSecond`. */
export function createCallerRate(perSecond: number): CallerRate {
  const capacity = perSecond * 10;
  const buckets = new Map<string, Bucket>();
  return {
    take(caller, nowMs) {
      const key = keyOf(caller);
      const bucket = buckets.get(key) ?? { tokens: capacity, at: nowMs };
      bucket.tokens = Math.min(capacity, bucket.tokens + (Math.max(nowMs - bucket.at, 0) / 1000) * perSecond);
      bucket.at = nowMs;
      buckets.set(key, bucket);
      if (bucket.tokens < 1) throw tooMany(((1 - bucket.tokens) / perSecond) * 1000);
      bucket.tokens -= 1;
    },
  };
}

function tooMany(retryAfterMs: number): Failure {
  return new Failure('unavailable', 'TOO_MANY', 'This platform sends more events than it may.', {
    retryAfterMs,
    userMessage: 'Too many requests at once. Please try again in a minute.',
  });
}
