import { batch } from '../runtime/batch.ts';
import { Failure } from '../runtime/failure.ts';
import {
  type EarlierHire,
  type IntakeStore,
  type KeptEvent,
  type NewHire,
  type OpenHire,
} from '../intake/intake-store.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, isRowsFault, type Query } from './database.ts';
import {
  ACCEPT_HIRES,
  FIND_OPEN_HIRE,
  FIND_REPEATS,
  KEEP_EVENTS,
  OPEN_HIRES_OF_WORKFLOW,
  UPDATE_HIRE,
  WITHDRAW_HIRES,
} from './intake-statements.ts';
import { type Vault } from './vault.ts';

type Repeat = Parameters<IntakeStore['findRepeat']>[0];

/** Everything about an accepted hire that is ready to be written. */
interface SealedHire {
  readonly event: KeptEvent;
  readonly hire: NewHire;
  readonly fieldsSealed: Buffer;
  readonly bodySealed: Buffer;
}

/** Group commit for what every event does; plain transactions for the rarer withdraw and update. */
export function createIntakeStore(database: Database, vault: Vault): IntakeStore {
  const rules = { isItemsFault: isRowsFault };
  const findRepeat = batch((repeats: readonly Repeat[]) => findRepeats(database, repeats), rules);
  const keepEvent = batch((events: readonly KeptEvent[]) => keepEvents(database, events), rules);
  const accept = batch((hires: readonly SealedHire[]) => acceptHires(database, hires), { ...rules, maxItems: 100 });

  return {
    findRepeat,
    keepEvent: async (event) => {
      await keepEvent(event);
    },
    async findOpenHires(customerId, workflowId) {
      const rows = await database.query<OpenHireRow>({ ...OPEN_HIRES_OF_WORKFLOW, values: [customerId, workflowId] });
      return rows.map(toOpenHire);
    },
    async acceptHire(event, hire) {
      const accepted = await accept({ event, hire, ...(await sealHire(vault, hire)) });
      return accepted ? null : findOpenHire(database, hire);
    },
    withdrawHires: (event, hireIds) => database.transaction((query) => withdrawHires(query, event, hireIds)),
    async updateHire(event, hire) {
      const sealed = await sealHire(vault, hire);
      await database.transaction((query) => updateHire(query, event, { hire, ...sealed }));
    },
  };
}

interface OpenHireRow {
  readonly id: string;
  readonly accepted_at: Date;
  readonly package_id: string;
}

function toOpenHire(row: OpenHireRow): OpenHire {
  return { id: row.id, acceptedAt: row.accepted_at, packageId: row.package_id };
}

async function sealHire(
  vault: Vault,
  { subject, fields, body, eventId }: NewHire,
): Promise<Pick<SealedHire, 'fieldsSealed' | 'bodySealed'>> {
  const { customerId, id } = subject;
  const key = await vault.keyOf(customerId);
  return {
    fieldsSealed: key.seal(JSON.stringify(fields), { customerId, table: 'hires', column: 'fields_sealed', row: id }),
    bodySealed: key.seal(body, { customerId, table: 'events', column: 'body_sealed', row: eventId }),
  };
}

async function findRepeats(database: Database, repeats: readonly Repeat[]): Promise<(EarlierHire | null)[]> {
  const rows = await database.query<{ at: string; id: string; accepted_at: Date }>({
    ...FIND_REPEATS,
    values: [
      repeats.map(({ customerId }) => customerId),
      repeats.map(({ workflowId }) => workflowId),
      repeats.map(({ fingerprint }) => fingerprint),
      repeats.map(({ since }) => since),
    ],
  });
  const found = new Map(rows.map((row) => [Number(row.at), { id: row.id, acceptedAt: row.accepted_at }]));
  return repeats.map((_repeat, index) => found.get(index + 1) ?? null);
}

function eventColumns(events: readonly KeptEvent[]): unknown[][] {
  return [
    events.map(({ id }) => id),
    events.map(({ event }) => event.customerId),
    events.map(({ event }) => event.eventType),
    events.map(({ outcome }) => outcome),
    events.map(({ code }) => code),
    events.map(({ reason }) => reason),
    events.map(({ event }) => event.systemId),
    events.map(({ event }) => event.jobId),
    events.map(({ event }) => event.oldStatus),
    events.map(({ event }) => event.newStatus),
    events.map(({ hireId }) => hireId),
    events.map(({ receivedAt }) => receivedAt),
  ];
}

async function keepEvents(database: { query: Query }, events: readonly KeptEvent[]): Promise<null[]> {
  await database.query({ ...KEEP_EVENTS, values: eventColumns(events) });
  return events.map(() => null);
}

/** Answers per hire whether it was the first for its platform, workflow and package. */
async function acceptHires(database: Database, sealed: readonly SealedHire[]): Promise<boolean[]> {
  const of = <T>(pick: (one: SealedHire) => T): T[] => sealed.map(pick);
  const rows = await database.query<{ id: string }>({
    ...ACCEPT_HIRES,
    values: [
      ...eventColumns(of(({ event }) => event)),
      of(({ bodySealed }) => bodySealed),
      of(({ hire }) => hire.subject.workflowType),
      of(({ hire }) => hire.subject.personId),
      of(({ hire }) => hire.subject.jobId),
      of(({ hire }) => hire.subject.packageId),
      of(({ hire }) => hire.packageLabel),
      of(({ hire }) => hire.subject.visaCategory),
      of(({ hire }) => hire.platform.version),
      of(({ hire }) => hire.fingerprint),
      of(({ fieldsSealed }) => fieldsSealed),
      of(({ hire }) => JSON.stringify(hire.completeness)),
      of(({ hire }) => hire.subject.acceptedAt),
    ],
  });
  const accepted = new Set(rows.map(({ id }) => id));
  return sealed.map(({ hire }) => accepted.has(hire.subject.id));
}

async function findOpenHire(database: Database, { subject }: NewHire): Promise<EarlierHire> {
  const rows = await database.query<OpenHireRow>({
    ...FIND_OPEN_HIRE,
    values: [subject.customerId, subject.workflowId, subject.packageId],
  });
  if (rows[0] !== undefined) return toOpenHire(rows[0]);
  throw new Failure(
    'unavailable',
    'STORE_UNAVAILABLE',
    'The earlier request was closed at this very moment. Try again.',
    { retryAfterMs: 1_000 },
  );
}

async function withdrawHires(query: Query, event: KeptEvent, hireIds: readonly string[]): Promise<string[]> {
  const { customerId } = event.event;
  const rows = await query<{ id: string }>({ ...WITHDRAW_HIRES, values: [customerId, [...hireIds], event.receivedAt] });
  await keepEvents({ query }, [event]);
  for (const { id } of rows) {
    await query(
      auditStatement({
        actor: 'icims',
        action: 'hire.withdrawn',
        customerId,
        subject: id,
        at: event.receivedAt,
        detail: { event: event.id },
      }),
    );
  }
  return rows.map(({ id }) => id);
}

async function updateHire(
  query: Query,
  event: KeptEvent,
  { hire, fieldsSealed }: { hire: NewHire } & Pick<SealedHire, 'fieldsSealed'>,
): Promise<void> {
  const { customerId, id } = hire.subject;
  await query({
    ...UPDATE_HIRE,
    values: [customerId, id, fieldsSealed, JSON.stringify(hire.completeness), hire.platform.version, event.receivedAt],
  });
  await keepEvents({ query }, [event]);
  await query(
    auditStatement({
      actor: 'icims',
      action: 'hire.updated',
      customerId,
      subject: id,
      at: event.receivedAt,
      detail: { event: event.id },
    }),
  );
}
