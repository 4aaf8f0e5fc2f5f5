import { LRUCache } from 'lru-cache';
import { Failure, toFailure } from '../runtime/failure.ts';
import { type IssuedToken, type OAuth2 } from './request-token.ts';

/** Keeps one access token for each platform and client while it lives. */
export interface AccessTokens {
  /** A token that has not ended. Near its end it is renewed in the background while it still serves. */
  tokenFor(customerId: string, auth: OAuth2, signal: AbortSignal): Promise<string>;
  /** After iCIMS refused a token: a newer one, or null when the newest was refused a moment ago. */
  tokenAfter(refused: string, customerId: string, auth: OAuth2, signal: AbortSignal): Promise<string | null>;
  /** Says that iCIMS refused even a new token, so that a further one is not asked for at once. */
  noteRefused(customerId: string, auth: OAuth2): void;
}

interface TokenSource {
  readonly request: (customerId: string, auth: OAuth2) => Promise<IssuedToken>;
  readonly clock: () => Date;
}

interface Slot {
  token: string | null;
  renewAtMs: number;
  endsAtMs: number;
  renewal: Promise<string> | null;
  /** The last failure, told again until then: iCIMS throttles clients that ask for tokens too often. */
  failed: { readonly failure: Failure; readonly untilMs: number } | null;
  newestRefusedUntilMs: number;
}

const MAX_SLOTS = 20_000;
const RENEW_AT_SHARE = 0.8;
const REFUSED_AGAIN_AFTER_MS = 10_000;
const UNAVAILABLE_AGAIN_AFTER_MS = 1_000;

export function createAccessTokens(source: TokenSource): AccessTokens {
  const slots = new LRUCache<string, Slot>({ max: MAX_SLOTS });
  const nowMs = (): number => source.clock().getTime();

  function renew(slot: Slot, customerId: string, auth: OAuth2): Promise<string> {
    if (slot.renewal !== null) return slot.renewal;
    if (slot.failed !== null && nowMs() < slot.failed.untilMs) return Promise.reject(slot.failed.failure);
    slot.renewal = source
      .request(customerId, auth)
      .then((issued) => keep(slot, issued, nowMs()))
      .catch((error: unknown) => {
        throw remember(slot, toFailure(error), nowMs());
      })
      .finally(() => (slot.renewal = null));
    return slot.renewal;
  }

  return {
    async tokenFor(customerId, auth, signal) {
      const slot = slotIn(slots, customerId, auth);
      const now = nowMs();
      if (slot.token === null || now >= slot.endsAtMs) return await within(renew(slot, customerId, auth), signal);
      if (now >= slot.renewAtMs) renew(slot, customerId, auth).catch(() => undefined);
      return slot.token;
    },
    async tokenAfter(refused, customerId, auth, signal) {
      const slot = slotIn(slots, customerId, auth);
      if (slot.token !== null && slot.token !== refused) return slot.token;
      if (nowMs() < slot.newestRefusedUntilMs) return null;
      slot.token = null;
      return await within(renew(slot, customerId, auth), signal);
    },
    noteRefused(customerId, auth) {
      slotIn(slots, customerId, auth).newestRefusedUntilMs = nowMs() + REFUSED_AGAIN_AFTER_MS;
    },
  };
}

function slotIn(slots: LRUCache<string, Slot>, customerId: string, auth: OAuth2): Slot {
  // The secret belongs to the key: a token got with the old one says nothing about a new one.
  const key = [customerId, auth.tokenUrl, auth.audience, auth.clientId, auth.clientSecret].join('\n');
  const known = slots.get(key);
  if (known !== undefined) return known;
  const slot = { token: null, renewAtMs: 0, endsAtMs: 0, renewal: null, failed: null, newestRefusedUntilMs: 0 };
  slots.set(key, slot);
  return slot;
}

function keep(slot: Slot, { token, lifeMs }: IssuedToken, nowMs: number): string {
  slot.token = token;
  slot.renewAtMs = nowMs + lifeMs * RENEW_AT_SHARE;
  slot.endsAtMs = nowMs + lifeMs;
  slot.failed = null;
  return token;
}

function remember(slot: Slot, failure: Failure, nowMs: number): Failure {
  const pauseMs = failure.kind === 'unavailable' ? UNAVAILABLE_AGAIN_AFTER_MS : REFUSED_AGAIN_AFTER_MS;
  slot.failed = { failure, untilMs: nowMs + pauseMs };
  return failure;
}

/** The renewal has a deadline of its own, because many calls wait for it; each of them waits only as long as it may. */
async function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => {
    reject(new Failure('unavailable', 'ICIMS_UNAVAILABLE', 'The iCIMS token endpoint did not answer in time.'));
  };
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, ended]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
