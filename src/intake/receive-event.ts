import { type AuthenticatedCaller } from '../auth/authenticated-caller.ts';
import { unauthenticated } from '../auth/unauthenticated.ts';
import { type components } from '../contract/generated/partner.ts';
import { readEventLinks } from '../icims/event-links.ts';
import { type Platform } from '../platforms/platform.ts';
import { Failure, toFailure } from '../runtime/failure.ts';
import { type EventResult } from './event-answer.ts';
import { toEvent, type Event } from './event.ts';
import { eventTypes } from './events/event-types.ts';
import { type EventWork, type IntakeParts } from './intake-parts.ts';
import { duplicateOutcome, type EventOutcome } from './event-outcome.ts';

/** A notification that is authenticated, parsed and held to the contract. */
export interface Incoming {
  /** The event's id; the reference in every answer. UUIDv7. */
  readonly id: string;
  readonly body: components['schemas']['Event'];
  readonly inflatedBody: Buffer;
  readonly linkHeader: string | undefined;
  readonly caller: AuthenticatedCaller;
  readonly receivedAt: Date;
}

/**
 * The life of an event: whose is it, does it mean anything here, act on it, keep it with its outcome.
 * Whatever is answered was kept before, durably. Throws `Failure` for everything that is answered as an error.
 */
export async function receiveEvent(incoming: Incoming, parts: IntakeParts): Promise<EventResult> {
  const event = toEvent(incoming.body);
  const platform = ownPlatform(event, incoming.caller, parts);
  const { id, receivedAt } = incoming;
  noteUse(incoming, platform, parts);
  return settleEvent({ id, event, platform, receivedAt }, () => toWork(incoming, event, platform), parts);
}

/** Acts on an event and keeps it with its outcome, whoever made it. Throws as `receiveEvent` does. */
export async function settleEvent(
  { id, event, platform, receivedAt }: Pick<EventWork, 'id' | 'event' | 'platform' | 'receivedAt'>,
  workOf: () => EventWork,
  parts: IntakeParts,
): Promise<EventResult> {
  const kept = { id, event, receivedAt };
  try {
    const work = workOf();
    const result = await act(work, parts);
    const toKeep = outcomeToKeep(result);
    if (toKeep !== null) await parts.store.keepEvent({ ...kept, ...toKeep });
    parts.observe({ event, platform, outcome: result.kind });
    return result;
  } catch (thrown) {
    const failure = toFailure(thrown);
    parts.observe({ event, platform, outcome: 'failed', failure });
    // When the store itself is away there is nowhere to keep it; the caller is told to come again.
    if (failure.code !== 'STORE_UNAVAILABLE') await parts.store.keepEvent({ ...kept, ...failedOutcome(failure) });
    throw failure;
  }
}

/** A credential of one platform with the customerId of another is answered like any wrong credential. */
function ownPlatform(event: Event, caller: AuthenticatedCaller, { platformOf }: IntakeParts): Platform {
  const platform = caller.customerIds.has(event.customerId) ? platformOf(event.customerId) : undefined;
  if (platform === undefined) throw unauthenticated('other-platform', caller.name);
  return platform;
}

function noteUse(
  { caller, receivedAt }: Incoming,
  { customerId, version }: Platform,
  parts: Pick<IntakeParts, 'noteUse'>,
): void {
  const secret = caller.pointers.get(customerId);
  if (secret !== undefined) parts.noteUse({ customerId, version, secret, at: receivedAt });
}

function toWork(incoming: Incoming, event: Event, platform: Platform): EventWork {
  const { id, body, inflatedBody, linkHeader, receivedAt } = incoming;
  return {
    ...{ id, event, platform, body: inflatedBody, receivedAt },
    targets: () => readEventLinks(platform, body.links, linkHeader),
  };
}

async function act(work: EventWork, parts: IntakeParts): Promise<EventResult> {
  const receive = work.platform.enabled ? eventTypes.get(work.event.eventType) : undefined;
  if (receive === undefined) throw notEnabled(work);
  return receive(work, parts);
}

function notEnabled({ event, platform }: EventWork): Failure {
  const sentence = platform.enabled
    ? `Event type ${event.eventType} is not enabled here. Please remove it from the event notifications of this platform, or ask for it to be enabled.`
    : 'The immigration connector is switched off for this platform. Please ask its administrator to enable it.';
  return new Failure('invalid', 'EVENT_NOT_ENABLED', sentence);
}

/** Null for an event that was kept together with what it did. */
function outcomeToKeep(result: EventResult): EventOutcome | null {
  if (result.kind === 'ignored') return { outcome: 'ignored', code: null, reason: result.reason, hireId: null };
  if (result.kind === 'accepted' || result.isKept) return null;
  return { ...duplicateOutcome, hireId: result.earlier.id };
}

function failedOutcome({ kind, code, message }: Failure): EventOutcome {
  const refused = kind === 'invalid' || kind === 'missing' || kind === 'duplicate';
  return { outcome: refused ? 'refused' : 'failed', code, reason: message, hireId: null };
}
