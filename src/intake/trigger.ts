import { sameNodeId, type PlatformDocument, type Trigger } from '../platforms/platform.ts';
import { type Event } from './event.ts';

/** The trigger that names this event's type and new status, if any. The first in the document wins. */
export function findTrigger(platform: Pick<PlatformDocument, 'triggers'>, event: Event): Trigger | undefined {
  const { newStatus } = event;
  if (newStatus === null) return undefined;
  return platform.triggers.find(
    (trigger) =>
      trigger.eventType === event.eventType && trigger.newStatus.some((status) => sameNodeId(status, newStatus)),
  );
}

/** The statuses that shall open a case, each once. */
export function openingStatuses({ triggers }: Pick<PlatformDocument, 'triggers'>): readonly string[] {
  const opening = triggers.filter(
    ({ action, eventType }) => action === 'open-case' && eventType === 'WorkFlowStatusChangeEvent',
  );
  return [...new Set(opening.flatMap(({ newStatus }) => newStatus))];
}

/** Whether a trigger of the platform withdraws on this status: the candidate has moved on since the event was sent. */
export function isWithdrawnStatus(platform: Pick<PlatformDocument, 'triggers'>, statusId: string): boolean {
  return platform.triggers.some(
    ({ action, newStatus }) => action === 'withdraw-case' && newStatus.some((status) => sameNodeId(status, statusId)),
  );
}
