import { type AuthenticatedCaller } from '../auth/authenticated-caller.ts';
import { type Failure } from '../runtime/failure.ts';
import { type IntakeStore } from './intake-store.ts';

/** What is known of an authenticated notification that never became an event. */
export interface Unreadable {
  readonly id: string;
  readonly receivedAt: Date;
  readonly caller: AuthenticatedCaller;
  /** Whatever was parsed, if anything was. */
  readonly body: unknown;
}

const typeName = /^[A-Za-z0-9_.-]{1,100}$/;

/**
 * Keeps a notification that broke the contract, for the platform whose credential sent it, so that an operator can
 * answer "why did nothing happen?". Of its body nothing is kept but the event type: the rest could be anything.
 */
export async function keepUnreadableEvent(
  { id, receivedAt, caller, body }: Unreadable,
  failure: Failure,
  store: IntakeStore,
): Promise<void> {
  const [customerId] = caller.customerIds;
  if (customerId === undefined) return;
  const event = {
    customerId,
    eventType: typeOf(body),
    systemId: null,
    jobId: null,
    personId: null,
    oldStatus: null,
    newStatus: null,
  };
  await store.keepEvent({
    id,
    event,
    receivedAt,
    outcome: 'refused',
    code: failure.code,
    reason: failure.message,
    hireId: null,
  });
}

function typeOf(body: unknown): string {
  const type = typeof body === 'object' && body !== null && 'eventType' in body ? body.eventType : undefined;
  return typeof type === 'string' && typeName.test(type) ? type : 'unreadable';
}
