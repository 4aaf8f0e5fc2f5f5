import { chainHash } from '../audit/audit-chain.ts';
import { type AuditAction, type AuditEntry } from '../audit/audit-entry.ts';

export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: AuditAction;
  readonly customer_id: string | null;
  readonly subject: string | null;
  readonly detail: Record<string, unknown>;
  readonly hash: Buffer | null;
}

export interface SealRow extends Omit<AuditRow, 'id' | 'at'> {
  readonly position: string;
  readonly audit_id: string;
  /** Null when the entry is gone. */
  readonly id: string | null;
  readonly at: Date | null;
}

/** Whether a sealed entry is the next one after the hash before it, and as it was. */
export function fits({ id, at, ...row }: SealRow, position: number, before: Buffer): boolean {
  if (id === null || at === null || row.hash === null || Number(row.position) !== position) return false;
  return chainHash(before, toEntry({ ...row, id, at })).equals(row.hash);
}

export function toEntry(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    action: row.action,
    customerId: row.customer_id,
    subject: row.subject,
    detail: row.detail,
    hash: row.hash?.toString('hex') ?? null,
  };
}
