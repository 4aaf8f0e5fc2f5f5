import { duplicateOutcome, SAME_CLICK_MS } from '../intake/event-outcome.ts';
import { batch } from '../runtime/batch.ts';
import {
  type EarlierHire,
  type IntakeStore,
  type KeptEvent,
  type NewHire,
  type OpenHire,
  type Repeat,
  type Repeated,
} from '../intake/intake-store.ts';
import { auditStatement } from './audit-entry.ts';
import { byteaArray } from './bytea-array.ts';
import { type Database, isRowsFault, type Query } from './database.ts';
import {
  ACCEPT_HIRES,
  FIND_OPEN_HIRE,
  LOCK_WORKFLOW,
  NOTE_WITHDRAWAL,
  OPEN_HIRES_OF_WORKFLOW,
  REFUSE_REPEATS,
  UPDATE_HIRE,
  WITHDRAW_HIRES,
} from './intake-statements.ts';
import { eventColumns, factColumns, keepEvents } from './keep-events.ts';
import { sealHire, type Seals } from './seal-hire.ts';
import { type Vault } from './vault.ts';

/** Everything about an accepted hire that is ready to be written. */
interface SealedHire extends Seals {
  readonly event: KeptEvent;
  readonly hire: Parameters<IntakeStore['acceptHire']>[1];
}

/** Group commit for what every event does; plain transactions for the rarer withdraw and update. */
export function createIntakeStore(database: Database, vault: Vault): IntakeStore {
  const rules = { isItemsFault: isRowsFault };
  const refuseRepeat = batch((repeats: readonly Repeat[]) => refuseRepeats(database, repeats), rules);
  const keepEvent = batch((events: readonly KeptEvent[]) => keepEvents(database, events), rules);
  const accept = batch((hires: readonly SealedHire[]) => acceptHires(database, hires), { ...rules, maxItems: 100 });

  return {
    refuseRepeat,
    keepEvent: async (event) => {
      await keepEvent(event);
    },
    async findOpenHires(customerId, workflowId) {
      const rows = await database.query<OpenHireRow>({ ...OPEN_HIRES_OF_WORKFLOW, values: [customerId, workflowId] });
      return rows.map(toOpenHire);
    },
    async acceptHire(event, hire) {
      const accepted = await accept({ event, hire, ...(await sealHire(vault, hire)) });
      return accepted ? 'accepted' : ((await findOpenHire(database, hire)) ?? 'withdrawn');
    },
    async withdrawHires(event) {
      const values = [event.event.customerId, event.event.systemId];
      await database.query({ ...NOTE_WITHDRAWAL, values });
      return database.transaction((query) => withdrawHires(query, event));
    },
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

type RepeatRow = { readonly at: string } & (
  | { readonly id: string; readonly accepted_at: Date; readonly now: null }
  | { readonly id: null; readonly accepted_at: null; readonly now: Date }
);

function toRepeated(row: RepeatRow): Repeated {
  if (row.now !== null) return { earlier: null, now: row.now };
  return { earlier: { id: row.id, acceptedAt: row.accepted_at }, now: null };
}

async function refuseRepeats(database: Database, repeats: readonly Repeat[]): Promise<Repeated[]> {
  const of = <T>(pick: (one: Repeat) => T): T[] => repeats.map(pick);
  const { outcome, code, reason } = duplicateOutcome;
  const rows = await database.query<RepeatRow>({
    ...REFUSE_REPEATS,
    values: [
      ...factColumns(repeats),
      byteaArray(of(({ fingerprint }) => fingerprint)),
      ...[SAME_CLICK_MS, outcome, code, reason],
    ],
  });
  const found: Repeated[] = [];
  for (const row of rows) found[Number(row.at) - 1] = toRepeated(row);
  return found;
}

/** Answers per hire whether it was the first for its platform, workflow and package. */
async function acceptHires(database: Database, sealed: readonly SealedHire[]): Promise<boolean[]> {
  const of = <T>(pick: (one: SealedHire) => T): T[] => sealed.map(pick);
  const rows = await database.query<{ id: string }>({
    ...ACCEPT_HIRES,
    values: [
      ...eventColumns(of(({ event }) => event)),
      byteaArray(of(({ bodySealed }) => bodySealed)),
      of(({ hire }) => hire.subject.workflowType),
      of(({ hire }) => hire.subject.personId),
      of(({ hire }) => hire.subject.jobId),
      of(({ hire }) => hire.subject.packageId),
      of(({ hire }) => hire.packageLabel),
      of(({ hire }) => hire.subject.visaCategory),
      of(({ hire }) => hire.platform.version),
      byteaArray(of(({ hire }) => hire.fingerprint)),
      byteaArray(of(({ fieldsSealed }) => fieldsSealed)),
      of(({ hire }) => JSON.stringify(hire.completeness)),
      of(({ hire }) => hire.subject.acceptedAt.toISOString()),
      of(({ hire }) => hire.screenedSince.toISOString()),
      byteaArray(of(({ traceSealed }) => traceSealed)),
      byteaArray(sealed.flatMap(({ names }) => names)),
      sealed.flatMap(({ hire, names }) => names.map(() => hire.subject.id)),
    ],
  });
  const accepted = new Set(rows.map(({ id }) => id));
  return sealed.map(({ hire }) => accepted.has(hire.subject.id));
}

async function findOpenHire(database: Database, { subject }: NewHire): Promise<EarlierHire | null> {
  const values = [subject.customerId, subject.workflowId, subject.packageId];
  const [row] = await database.query<OpenHireRow>({ ...FIND_OPEN_HIRE, values });
  return row === undefined ? null : toOpenHire(row);
}

async function withdrawHires(query: Query, kept: Omit<KeptEvent, 'hireId'>): Promise<string[]> {
  const { customerId, systemId } = kept.event;
  await query({ ...LOCK_WORKFLOW, values: [customerId, systemId] });
  const rows = await query<{ id: string }>({ ...WITHDRAW_HIRES, values: [customerId, systemId, kept.receivedAt] });
  const ids = rows.map(({ id }) => id).sort();
  const [first] = ids;
  if (first !== undefined) await keepEvents({ query }, [{ ...kept, hireId: first }]);
  const entry = {
    actor: 'icims',
    action: 'hire.withdrawn',
    customerId,
    at: kept.receivedAt,
    detail: { event: kept.id },
  } as const;
  for (const subject of ids) await query(auditStatement({ ...entry, subject }));
  return ids;
}

async function updateHire(
  query: Query,
  event: KeptEvent,
  { hire, fieldsSealed, traceSealed, names }: { hire: NewHire } & Omit<Seals, 'bodySealed'>,
): Promise<void> {
  const { customerId, id } = hire.subject;
  await query({
    ...UPDATE_HIRE,
    values: [
      ...[customerId, id, fieldsSealed, JSON.stringify(hire.completeness), hire.platform.version, event.receivedAt],
      ...[traceSealed, byteaArray(names)],
    ],
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
