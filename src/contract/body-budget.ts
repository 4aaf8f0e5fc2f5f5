import { Failure } from '../runtime/failure.ts';

const RETRY_AFTER_MS = 2_000;

/** How many bytes of bodies may be held at once while they are received, over all connections. */
export interface BodyBudget {
  /** Throws `unavailable` OVERLOADED when these bytes do not fit; then nothing of them is held. */
  hold(bytes: number): void;
  release(bytes: number): void;
}

/** Without it, every connection could fill its megabyte of memory before anybody asks who is calling. */
export function createBodyBudget(maxBytes: number): BodyBudget {
  let held = 0;
  return {
    hold(bytes) {
      if (held + bytes > maxBytes) throw overloaded();
      held += bytes;
    },
    release(bytes) {
      held -= bytes;
    },
  };
}

function overloaded(): Failure {
  return new Failure(
    'unavailable',
    'OVERLOADED',
    'More notifications are being received than memory is set aside for.',
    {
      retryAfterMs: RETRY_AFTER_MS,
      userMessage: 'Too many requests at once. Please try again in a minute.',
    },
  );
}
