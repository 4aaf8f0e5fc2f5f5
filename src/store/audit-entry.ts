import { type NewAuditEntry } from '../audit/audit-entry.ts';
import { type Statement } from './database.ts';

/** Writes one entry in the transaction of what it tells of. */
export function auditStatement({ at, actor, action, customerId, subject, detail }: NewAuditEntry): Statement {
  return {
    name: 'write-audit-entry',
    text: 'INSERT INTO audit (at, actor, action, customer_id, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)',
    values: [at, actor, action, customerId, subject, JSON.stringify(detail)],
  };
}
