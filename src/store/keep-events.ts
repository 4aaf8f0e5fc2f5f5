import { type KeptEvent } from '../intake/intake-store.ts';
import { type Query } from './database.ts';
import { KEEP_EVENTS } from './intake-statements.ts';

/** What iCIMS told, in the order of EVENT_FACTS: an array a column. */
export function factColumns(events: readonly Pick<KeptEvent, 'id' | 'event' | 'receivedAt'>[]): unknown[][] {
  return [
    events.map(({ id }) => id),
    events.map(({ event }) => event.customerId),
    events.map(({ event }) => event.eventType),
    events.map(({ event }) => event.systemId),
    events.map(({ event }) => event.jobId),
    events.map(({ event }) => event.oldStatus),
    events.map(({ event }) => event.newStatus),
    // PostgreSQL's client spells a Date in local time, which costs more than all the rest of the row.
    events.map(({ receivedAt }) => receivedAt.toISOString()),
    events.map(({ event }) => event.madeBy ?? null),
  ];
}

/** The same with what became of them, in the order of EVENT_COLUMNS. */
export function eventColumns(events: readonly KeptEvent[]): unknown[][] {
  return [
    ...factColumns(events),
    events.map(({ outcome }) => outcome),
    events.map(({ code }) => code),
    events.map(({ reason }) => reason),
    events.map(({ hireId }) => hireId),
  ];
}

/** Keeps events with their outcomes, all in one statement. The answers are as many as the events, for a group commit. */
export async function keepEvents(database: { readonly query: Query }, events: readonly KeptEvent[]): Promise<null[]> {
  await database.query({ ...KEEP_EVENTS, values: eventColumns(events) });
  return events.map(() => null);
}
