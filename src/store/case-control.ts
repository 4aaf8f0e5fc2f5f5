import { isClosed } from '../cases/built-in/case-state.ts';
import { type CaseControl } from '../console/case-control.ts';
import { type CaseState } from '../console/case-reading.ts';
import { Failure } from '../runtime/failure.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';

type Change = Parameters<CaseControl['markDocument']>[0];

/** What people note on a case, on PostgreSQL. */
export function createCaseControl(database: Database): CaseControl {
  return { markDocument: (change) => database.transaction((query) => markDocument(query, change)) };
}

/** The lock on the case keeps its end and the note apart. */
async function markDocument(query: Query, { caseId, document, state, actor, at }: Change): Promise<void> {
  const [found] = await query<{ state: CaseState; customerId: string }>({
    text: 'SELECT state, customer_id AS "customerId" FROM cases WHERE id = $1 FOR UPDATE',
    values: [caseId],
  });
  if (found === undefined || isClosed(found.state))
    throw new Failure('invalid', 'CONFLICT', 'This case has ended: nothing is asked for any more.');
  const changed = await query({
    text: `INSERT INTO case_documents (case_id, document, state, changed_at, changed_by)
      SELECT $1, $2, $3, $4, $5 WHERE $3 <> 'to-come' OR EXISTS (
        SELECT FROM case_documents WHERE case_id = $1 AND document = $2)
      ON CONFLICT (case_id, document) DO UPDATE SET state = $3, changed_at = $4, changed_by = $5
        WHERE case_documents.state <> $3 RETURNING 1`,
    values: [caseId, document, state, at, actor],
  });
  if (changed.length === 0) return;
  await query({
    text: `INSERT INTO case_history (case_id, at, what, state, fields, actor) VALUES ($1, now(), $2, $3, $4, $5)`,
    values: [caseId, `document-${state}`, found.state, JSON.stringify([document]), actor],
  });
  const { customerId } = found;
  const entry = { action: 'case.document-marked', customerId, subject: caseId, detail: { document, state } } as const;
  await query(auditStatement({ at, actor, ...entry }));
}
