import { hash } from 'node:crypto';
import { type components } from '../contract/generated/partner.ts';

/** One notification as we use it: ids are decimal strings, empty ones null. */
export interface Event {
  readonly customerId: string;
  readonly eventType: string;
  /** The workflow on status events; the new hire's person id on portal tasks. */
  readonly systemId: string;
  readonly jobId: string | null;
  readonly personId: string | null;
  readonly oldStatus: string | null;
  readonly newStatus: string | null;
  /** Who had it made by reconciliation; absent when iCIMS sent it. */
  readonly madeBy?: string;
}

type EventBody = components['schemas']['Event'];

/** iCIMS sends ids as strings; numbers are accepted (iCIMS, Workflow Status Change Notification). */
export function toEvent(body: EventBody): Event {
  return {
    customerId: String(body.customerId),
    eventType: body.eventType,
    systemId: String(body.systemId),
    jobId: idOrNull(body.jobId),
    personId: idOrNull(body.personId),
    oldStatus: idOrNull(body.oldStatus),
    newStatus: idOrNull(body.newStatus),
  };
}

function idOrNull(id: string | number | null | undefined): string | null {
  return id === undefined || id === null || id === '' ? null : String(id);
}

/** The same for two notifications that say the same. Parts are length-prefixed: ("ab","c") differs from ("a","bc"). */
export function fingerprintOf(event: Event): Buffer {
  const parts = [
    event.customerId,
    event.eventType,
    event.systemId,
    event.jobId,
    event.personId,
    event.oldStatus,
    event.newStatus,
  ];
  const text = parts.map((part) => (part === null ? '-' : `${part.length}:${part}`)).join('');
  return hash('sha256', text, 'buffer');
}
