import { batch } from '../runtime/batch.ts';
import { Failure } from '../runtime/failure.ts';
import { type CanonicalFields, type HireSubject } from '../hires/hire.ts';
import {
  type Claim,
  type DeliverableHire,
  type DeliveryStore,
  type StepRecord,
  type WriteBackStatus,
} from '../delivery/delivery-store.ts';
import { type Database, isRowsFault } from './database.ts';
import { CLAIM, EXTEND_LEASES, HAND_BACK, RECORD_STEPS } from './delivery-statements.ts';
import { type Vault } from './vault.ts';

interface HireRow {
  readonly id: string;
  readonly customer_id: string;
  readonly workflow_type: HireSubject['workflowType'];
  readonly workflow_id: string;
  readonly person_id: string;
  readonly job_id: string | null;
  readonly package_id: string;
  readonly package_label: string;
  readonly visa_category: string;
  readonly accepted_at: Date;
  /** Null when no step is left that tells anybody of them. */
  readonly fields_sealed: Buffer | null;
  readonly case_id: string | null;
  readonly case_url: string | null;
  readonly case_system: string | null;
  readonly withdraw_requested: boolean;
  readonly case_withdrawn: boolean;
  readonly fields_revision: number;
  readonly case_revision: number;
  readonly wanted_status: DeliverableHire['wantedStatus'];
  readonly written_status: WriteBackStatus | null;
  readonly write_back_entry: string | null;
  readonly occurred_at: Date;
}

interface ClaimRow extends HireRow {
  readonly attempt: number;
  readonly claims: number;
  readonly revision: number;
  readonly first_failed_at: Date | null;
}

/** Screenings share the machine with deliveries, and ten steps in one commit cost little more than two alone. */
const GATHER = { ms: 20, enough: 16 };

/** The queue on PostgreSQL: leases by database time, steps kept in group commits. */
export function createDeliveryStore(database: Database, vault: Vault): DeliveryStore {
  const record = batch((records: readonly StepRecord[]) => recordSteps(database, vault, records), {
    isItemsFault: isRowsFault,
    maxItems: 100,
    gather: GATHER,
  });
  return {
    async claim({ owner, limit, perPlatform, platforms, leaseMs }) {
      const only = 'only' in platforms;
      const named = only ? platforms.only : platforms.except;
      const values = [owner, named, limit, perPlatform, only, leaseMs];
      const rows = await database.query<ClaimRow>({ ...CLAIM, values });
      return rows.map((row) => toClaim(row, owner, vault));
    },
    record,
    extend: async (owner, hireIds, leaseMs) => {
      const values = [owner, hireIds, leaseMs];
      const rows = await database.query<{ hire_id: string }>({ ...EXTEND_LEASES, values });
      return rows.map(({ hire_id }) => hire_id);
    },
    handBack: async (owner, hireIds, afterMs) => {
      await database.query({ ...HAND_BACK, values: [owner, hireIds, afterMs] });
    },
  };
}

async function recordSteps(
  database: Database,
  vault: Vault,
  records: readonly StepRecord[],
): Promise<(DeliverableHire | null)[]> {
  const of = <T>(pick: (record: StepRecord) => T): T[] => records.map(pick);
  const rows = await database.query<HireRow & { claims: number }>({
    ...RECORD_STEPS,
    values: [
      of(({ claim }) => claim.hire.subject.id),
      of(({ claim }) => claim.owner),
      of(({ claim }) => claim.revision),
      of(({ step }) => step),
      of(({ outcome }) => outcome),
      of(({ code }) => code),
      of(({ move, sentence }) => (move.next === 'park' ? move.reason.sentence : sentence)),
      of(({ at }) => at.toISOString()),
      of(({ milliseconds }) => milliseconds),
      of(({ change }) => change.receipt?.caseId ?? null),
      of(({ change }) => change.receipt?.caseUrl ?? null),
      of(({ change }) => change.caseRevision ?? 0),
      of(({ change }) => change.caseWithdrawn ?? false),
      of(({ change }) => change.writtenStatus ?? null),
      of(({ change }) => change.writeBackEntry ?? null),
      of(({ move }) => move.next),
      of(({ move }) => (move.next === 'retry' ? move.afterMs : 0)),
      of(({ claim }) => claim.claims),
      of(({ change }) => change.caseSystem ?? null),
      of(({ calls = [] }) => JSON.stringify(calls)),
    ],
  });
  const kept = new Map(rows.map((row) => [`${row.id} ${row.claims}`, toHire(row, vault)]));
  return records.map(({ claim }) => kept.get(`${claim.hire.subject.id} ${claim.claims}`) ?? null);
}

function toClaim(row: ClaimRow, owner: string, vault: Vault): Claim {
  const { attempt, claims, revision, first_failed_at: firstFailedAt } = row;
  return { hire: toHire(row, vault), owner, attempt, claims, revision, firstFailedAt };
}

function toHire(row: HireRow, vault: Vault): DeliverableHire {
  return {
    subject: {
      id: row.id,
      customerId: row.customer_id,
      workflowType: row.workflow_type,
      workflowId: row.workflow_id,
      personId: row.person_id,
      jobId: row.job_id,
      packageId: row.package_id,
      visaCategory: row.visa_category,
      acceptedAt: row.accepted_at,
    },
    packageLabel: row.package_label,
    receipt: row.case_id === null || row.case_url === null ? null : { caseId: row.case_id, caseUrl: row.case_url },
    caseSystem: row.case_system,
    withdrawRequested: row.withdraw_requested,
    caseWithdrawn: row.case_withdrawn,
    fieldsRevision: row.fields_revision,
    caseRevision: row.case_revision,
    wantedStatus: row.wanted_status,
    writtenStatus: row.written_status,
    writeBackEntry: row.write_back_entry,
    occurredAt: row.occurred_at,
    readFields: () => openFields(row, vault),
  };
}

async function openFields({ id, customer_id: customerId, fields_sealed: sealed }: HireRow, vault: Vault) {
  if (sealed === null) throw new Failure('defect', 'INTERNAL', 'A step asked for fields that it was not to need.');
  const key = await vault.keyOf(customerId);
  const place = { customerId, table: 'hires', column: 'fields_sealed', row: id };
  return JSON.parse(key.open(sealed, place).toString('utf8')) as CanonicalFields;
}
