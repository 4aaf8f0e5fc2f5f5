import { fingerprintOf } from '../../event.ts';
import { type EventResult } from '../../event-answer.ts';
import { noOpenRequest } from '../../ignored-reasons.ts';
import { type EventWork, type IntakeParts } from '../../intake-parts.ts';
import { toNewHire } from './open-case.ts';
import { screen } from './screen.ts';

/** Reads the hire again; its open request gets the new fields, and the case system is told by the delivery. */
export async function updateCase(work: EventWork, parts: IntakeParts): Promise<EventResult> {
  const { id, platform, event, receivedAt } = work;
  const open = await parts.store.findOpenHires(platform.customerId, event.systemId);
  if (open.length === 0) return { kind: 'ignored', reason: noOpenRequest('update') };
  const screened = await screen(work, parts);
  const ours = open.find(({ packageId }) => packageId === screened.item.packageId);
  if (ours === undefined)
    return { kind: 'ignored', reason: `There is no open request for package ${screened.item.packageId}.` };
  const hire = toNewHire(work, screened, {
    hireId: ours.id,
    acceptedAt: ours.acceptedAt,
    fingerprint: fingerprintOf(event),
  });
  const kept = { id, event, receivedAt, outcome: 'accepted', code: null, reason: null, hireId: ours.id } as const;
  await parts.store.updateHire(kept, hire);
  parts.onAccepted();
  return { kind: 'accepted', hireId: ours.id, acceptedAt: ours.acceptedAt };
}
