import { type TriggerAction } from '../../../platforms/platform.ts';
import { Failure } from '../../../runtime/failure.ts';
import { type EventResult } from '../../event-answer.ts';
import { noTrigger } from '../../ignored-reasons.ts';
import { type EventWork, type IntakeParts } from '../../intake-parts.ts';
import { findTrigger } from '../../trigger.ts';
import { openCase } from './open-case.ts';
import { updateCase } from './update-case.ts';
import { withdrawCase } from './withdraw-case.ts';

type Act = (work: EventWork, parts: IntakeParts) => Promise<EventResult>;

const actions = {
  'open-case': openCase,
  'update-case': updateCase,
  'withdraw-case': withdrawCase,
} as const satisfies Record<TriggerAction, Act>;

/** A candidate or new hire was moved to another status (iCIMS, Workflow Status Change Notification). */
export async function receiveWorkflowStatusChange(work: EventWork, parts: IntakeParts): Promise<EventResult> {
  const { newStatus } = work.event;
  if (newStatus === null) {
    throw new Failure(
      'invalid',
      'INVALID_EVENT',
      'The event has no newStatus. Please check the event notification settings of this platform.',
    );
  }
  const trigger = findTrigger(work.platform, work.event);
  if (trigger === undefined) return { kind: 'ignored', reason: noTrigger(newStatus) };
  return actions[trigger.action](work, parts);
}
