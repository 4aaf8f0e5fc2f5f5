import { type EventResult } from '../event-answer.ts';
import { type EventWork, type IntakeParts } from '../intake-parts.ts';
import { receiveWorkflowStatusChange } from './workflow-status-change/receive-workflow-status-change.ts';

type ReceiveEventType = (work: EventWork, parts: IntakeParts) => Promise<EventResult>;

/** The event types that mean something to us: a folder and a line each. */
export const eventTypes: ReadonlyMap<string, ReceiveEventType> = new Map<string, ReceiveEventType>([
  ['WorkFlowStatusChangeEvent', receiveWorkflowStatusChange],
]);
