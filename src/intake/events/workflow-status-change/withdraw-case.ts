import { type EventResult } from '../../event-answer.ts';
import { type EventWork, type IntakeParts } from '../../intake-parts.ts';

/** The offer was rescinded: every open hire of the workflow is closed, and its case withdrawn by the delivery. */
export async function withdrawCase(
  { id, platform, event, receivedAt }: EventWork,
  parts: IntakeParts,
): Promise<EventResult> {
  const open = await parts.store.findOpenHires(platform.customerId, event.systemId);
  const [first] = open;
  if (first === undefined) return { kind: 'ignored', reason: 'There is no open request to withdraw.' };
  const kept = { id, event, receivedAt, outcome: 'accepted', code: null, reason: null, hireId: first.id } as const;
  await parts.store.withdrawHires(
    kept,
    open.map((hire) => hire.id),
  );
  parts.onAccepted();
  return { kind: 'accepted', hireId: first.id, acceptedAt: receivedAt };
}
