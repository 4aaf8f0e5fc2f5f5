import { toFailure, type Failure } from '../runtime/failure.ts';
import { type AlertSettings } from './alert-settings.ts';
import { type AlertStore } from './alert-store.ts';
import { type Message } from './notice.ts';
import { afterFailedNotice } from './notice-policy.ts';

/** Sends one message under an id that stays the same over all attempts. Throws `Failure`: `rejected` is for good. */
export interface Channels {
  readonly email: (id: string, to: string, message: Message) => Promise<void>;
  readonly webhook: (id: string, hook: NonNullable<AlertSettings['webhook']>, message: Message) => Promise<void>;
}

export interface SendParts {
  readonly store: AlertStore;
  readonly channels: Channels;
  readonly clock: () => Date;
  readonly onTrouble: (failure: Failure) => void;
}

type Claimed = Awaited<ReturnType<AlertStore['claimNotices']>>[number];

const AT_ONCE = 10;
/** Longer than any attempt takes: only a dead process's notice is sent by another one. */
const LEASE_MS = 120_000;

/** Sends what is due, until nothing is. */
export async function sendNotices(parts: SendParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const claimed = await parts.store.claimNotices(AT_ONCE, LEASE_MS);
    if (claimed.length === 0) return;
    await Promise.all(claimed.map((notice) => sendOne(notice, parts)));
  }
}

async function sendOne(notice: Claimed, parts: SendParts): Promise<void> {
  const { store, clock, onTrouble } = parts;
  const failure = await pass(notice, parts).then(() => undefined, toFailure);
  if (failure !== undefined) onTrouble(failure);
  const outcome = failure === undefined ? ({ state: 'sent' } as const) : afterFailedNotice(failure, notice, clock());
  await store.endAttempt(notice.id, notice.attempt, outcome);
}

async function pass({ id, target, message, customerId }: Claimed, { store, channels }: SendParts): Promise<void> {
  if (target.channel === 'email') {
    await channels.email(id, target.to, message);
    return;
  }
  const { webhook } = await store.alertSettings(customerId ?? '');
  // Taken away meanwhile: there is nobody to tell.
  if (webhook !== null) await channels.webhook(id, webhook, message);
}
