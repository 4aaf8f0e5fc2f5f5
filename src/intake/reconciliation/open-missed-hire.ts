import { listNodesOf } from '../../icims/value-shapes.ts';
import { sameNodeId, type Platform } from '../../platforms/platform.ts';
import { Failure, toFailure } from '../../runtime/failure.ts';
import { type EventResult } from '../event-answer.ts';
import { type Event } from '../event.ts';
import { readStatus } from '../events/workflow-status-change/screen.ts';
import { type EventWork, type IntakeParts } from '../intake-parts.ts';
import { settleEvent } from '../receive-event.ts';
import { openingStatuses } from '../trigger.ts';
import { type ReconciliationStore } from './reconciliation-store.ts';

/** What became of it, in words for the person who asked. */
export interface OpenedMissed {
  readonly outcome: 'accepted' | 'duplicate' | 'refused';
  readonly hireId: string | null;
  readonly code: string | null;
  readonly sentence: string;
}

interface Missed {
  readonly platform: Platform;
  readonly workflowId: string;
  /** Who asked, as the audit log names them. */
  readonly by: string;
}

/**
 * Opens a hire of which no event told us, by the screening that an event would have had. The event that iCIMS did not send
 * is kept, marked with who had it made. Throws `invalid` NOT_FOUND when the workflow is not listed as missed, CONFLICT when
 * it has left the trigger statuses; a refusal by the screening is an answer.
 */
export async function openMissedHire(
  { platform, workflowId, by }: Missed,
  parts: IntakeParts & { readonly reconciliation: ReconciliationStore },
): Promise<OpenedMissed> {
  const { customerId } = platform;
  if (!(await parts.reconciliation.isMissed(customerId, workflowId)))
    throw new Failure('invalid', 'NOT_FOUND', 'There is no such missed hire; it may have been opened meanwhile.');
  try {
    const work = await toWork({ platform, workflowId, by }, parts);
    return toOpened(await settleEvent(work, () => work, parts));
  } catch (thrown) {
    return toRefused(toFailure(thrown));
  }
}

async function toWork(
  { platform, workflowId, by }: Missed,
  parts: IntakeParts & { reconciliation: ReconciliationStore },
) {
  const event: Event = {
    customerId: platform.customerId,
    eventType: 'WorkFlowStatusChangeEvent',
    systemId: workflowId,
    ...{ jobId: null, personId: null, oldStatus: null, newStatus: null },
    madeBy: by,
  };
  const body = Buffer.from(JSON.stringify({ madeBy: 'reconciliation', systemId: workflowId }));
  const work: EventWork = { id: parts.newId(), event, platform, targets: () => ({}), body, receivedAt: parts.clock() };
  const status = listNodesOf(await readStatus(work, parts))[0]?.id ?? '';
  if (openingStatuses(platform).some((each) => sameNodeId(each, status)))
    return { ...work, event: { ...event, newStatus: status } };
  await parts.reconciliation.forget(platform.customerId, workflowId);
  throw new Failure('invalid', 'CONFLICT', 'The candidate has moved on in iCIMS meanwhile. Nothing was opened.');
}

function toOpened(result: EventResult): OpenedMissed {
  switch (result.kind) {
    case 'accepted':
      return { outcome: 'accepted', hireId: result.hireId, code: null, sentence: 'The hire was opened.' };
    case 'duplicate':
      return {
        outcome: 'duplicate',
        hireId: result.earlier.id,
        code: 'DUPLICATE_REQUEST',
        sentence: 'The hire was opened already, by an event or by somebody else.',
      };
    case 'ignored':
      return { outcome: 'refused', hireId: null, code: null, sentence: result.reason };
  }
}

function toRefused(failure: Failure): OpenedMissed {
  if (['STORE_UNAVAILABLE', 'CONFLICT', 'INTERNAL'].includes(failure.code)) throw failure;
  return { outcome: 'refused', hireId: null, code: failure.code, sentence: failure.userMessage };
}
