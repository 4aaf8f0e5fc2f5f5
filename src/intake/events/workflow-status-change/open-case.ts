import { listNodesOf } from '../../../icims/value-shapes.ts';
import { sameNodeId } from '../../../platforms/platform.ts';
import { fingerprintOf } from '../../event.ts';
import { type EventResult } from '../../event-answer.ts';
import { notEnabled } from '../../ignored-reasons.ts';
import { type EventWork, type IntakeParts } from '../../intake-parts.ts';
import { type NewHire } from '../../intake-store.ts';
import { type ScreenedHire } from '../../screen-hire.ts';
import { isWithdrawnStatus } from '../../trigger.ts';
import { screenNew } from './screen.ts';

/** Screens the hire and accepts it, unless its workflow and package have an open one. */
export async function openCase(work: EventWork, parts: IntakeParts): Promise<EventResult> {
  const { id, event, receivedAt } = work;
  const fingerprint = fingerprintOf(event);
  const { earlier, now: screenedSince } = await parts.store.refuseRepeat({ id, event, receivedAt, fingerprint });
  if (earlier !== null) return { kind: 'duplicate', earlier, isKept: true };

  const { role, result } = parts.inFlight(fingerprint.toString('hex'), () =>
    screenAndAccept(work, { fingerprint, screenedSince }, parts),
  );
  const settled = await result;
  if (role === 'leader' || settled.kind !== 'accepted') return settled;
  return { kind: 'duplicate', earlier: { id: settled.hireId, acceptedAt: settled.acceptedAt } };
}

interface Beginning {
  readonly fingerprint: Buffer;
  /** Store time before anything was read. */
  readonly screenedSince: Date;
}

async function screenAndAccept(work: EventWork, beginning: Beginning, parts: IntakeParts): Promise<EventResult> {
  const { fingerprint, screenedSince } = beginning;
  const screened = await screenNew(work, parts);
  if ('notEnabled' in screened) return { kind: 'ignored', reason: notEnabled(screened.notEnabled) };
  const status = withdrawnSince(work, screened);
  if (status !== undefined)
    return { kind: 'ignored', reason: `The candidate has moved on to status ${status} meanwhile.` };
  const hire = toNewHire(work, screened, { hireId: parts.newId(), acceptedAt: parts.clock(), fingerprint });
  const { id, event, receivedAt } = work;
  const kept = {
    id,
    event,
    receivedAt,
    outcome: 'accepted',
    code: null,
    reason: null,
    hireId: hire.subject.id,
  } as const;
  const accepted = await parts.store.acceptHire(kept, { ...hire, screenedSince });
  if (accepted === 'withdrawn') return { kind: 'ignored', reason: 'The offer was withdrawn while this was screened.' };
  if (accepted !== 'accepted') return { kind: 'duplicate', earlier: accepted };
  parts.onAccepted();
  return { kind: 'accepted', hireId: hire.subject.id, acceptedAt: hire.subject.acceptedAt };
}

/**
 * The status, when iCIMS says by now that the offer was withdrawn. A status equal to the event's old one is no news:
 * iCIMS may show it until our answer lets the move through.
 */
export function withdrawnSince(
  { platform, event }: Pick<EventWork, 'platform' | 'event'>,
  { read }: Pick<ScreenedHire, 'read'>,
): string | undefined {
  const status = listNodesOf(read.workflow['status'])[0]?.id;
  if (status === undefined || !isWithdrawnStatus(platform, status)) return undefined;
  return event.oldStatus !== null && sameNodeId(status, event.oldStatus) ? undefined : status;
}

/** What the store keeps of a screened hire. */
export function toNewHire(
  { id, platform, event, body }: EventWork,
  { read, item, fields, completeness, trace }: ScreenedHire,
  { hireId, acceptedAt, fingerprint }: { hireId: string; acceptedAt: Date; fingerprint: Buffer },
): NewHire {
  const subject = {
    id: hireId,
    customerId: platform.customerId,
    workflowType: read.workflowType,
    workflowId: event.systemId,
    personId: read.personId,
    jobId: read.jobId,
    packageId: item.packageId,
    visaCategory: item.visaCategory,
    acceptedAt,
  };
  return { subject, packageLabel: item.label, fields, completeness, trace, eventId: id, fingerprint, platform, body };
}
