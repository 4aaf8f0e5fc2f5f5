import { listNodesOf } from '../../../icims/value-shapes.ts';
import { sameNodeId } from '../../../platforms/platform.ts';
import { type EventResult } from '../../event-answer.ts';
import { noOpenRequest } from '../../ignored-reasons.ts';
import { type EventWork, type IntakeParts } from '../../intake-parts.ts';
import { isWithdrawnStatus } from '../../trigger.ts';
import { readStatus } from './screen.ts';

/** The offer was rescinded: every open hire of the workflow is closed, and its case withdrawn by the delivery. */
export async function withdrawCase(work: EventWork, parts: IntakeParts): Promise<EventResult> {
  const { id, event, receivedAt } = work;
  const status = listNodesOf(await readStatus(work, parts))[0]?.id;
  if (status !== undefined && hasMovedOn(work, status)) {
    return { kind: 'ignored', reason: `The candidate has moved on to status ${status} meanwhile.` };
  }
  const kept = { id, event, receivedAt, outcome: 'accepted', code: null, reason: null } as const;
  const [first] = await parts.store.withdrawHires(kept);
  if (first === undefined) return { kind: 'ignored', reason: noOpenRequest('withdraw') };
  parts.onAccepted();
  return { kind: 'accepted', hireId: first, acceptedAt: receivedAt };
}

/**
 * A late or replayed withdrawal must not close what was ordered since. iCIMS may show the old status of the event until
 * our answer lets the move through, so that one is no sign of having moved on.
 */
function hasMovedOn({ platform, event }: EventWork, status: string): boolean {
  const isOld = event.oldStatus !== null && sameNodeId(status, event.oldStatus);
  return !isOld && !isWithdrawnStatus(platform, status);
}
