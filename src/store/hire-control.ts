import { nextStates } from '../cases/built-in/case-state.ts';
import { type HireControl } from '../console/hire-control.ts';
import { Failure } from '../runtime/failure.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';
import { QUEUE_AGAIN } from './intake-statements.ts';
import { RELEASE_CAUSES, RELEASE_HIRE } from './release-statements.ts';

/** What an operator may do with hires, on PostgreSQL. */
export function createHireControl(database: Database): HireControl {
  return {
    async releaseHire(...values) {
      await database.query({ ...RELEASE_HIRE, values });
    },
    async releaseCauses({ customerId, reasons, actor }) {
      await database.query({ ...RELEASE_CAUSES, values: [customerId, reasons, actor] });
    },
    reportCaseState: (report) => database.transaction((query) => reportCaseState(query, report)),
  };
}

type Report = Parameters<HireControl['reportCaseState']>[0];

/** The built-in case, if the hire has one, changes with it. */
async function reportCaseState(query: Query, report: Report): Promise<void> {
  const { id, state, actor, at } = report;
  const [hire] = await query<{ customer_id: string; case_id: string | null; closed_at: Date | null }>({
    text: 'SELECT customer_id, case_id, closed_at FROM hires WHERE id = $1 FOR UPDATE',
    values: [id],
  });
  if (hire === undefined || hire.case_id === null) throw conflict('This hire has no case yet.');
  if (hire.closed_at !== null) throw conflict('The case of this hire has ended already.');
  await changeBuiltInCase(query, report);
  if (state !== 'in-progress') await closeHire(query, id, state, at);
  const detail = { case: hire.case_id, state };
  await query(
    auditStatement({ at, actor, action: 'case.state-reported', customerId: hire.customer_id, subject: id, detail }),
  );
}

async function changeBuiltInCase(query: Query, { id: hireId, state, actor }: Report): Promise<void> {
  const [found] = await query<{ id: string; state: Parameters<typeof nextStates>[0] }>({
    text: 'SELECT id, state FROM cases WHERE hire_id = $1 FOR UPDATE',
    values: [hireId],
  });
  if (found === undefined || found.state === state) return;
  if (!nextStates(found.state).includes(state))
    throw conflict(`The case is ${found.state}; it cannot become ${state}.`);
  await query({ text: 'UPDATE cases SET state = $2, updated_at = now() WHERE id = $1', values: [found.id, state] });
  await query({
    text: 'INSERT INTO case_history (case_id, at, what, state, actor) VALUES ($1, now(), $2, $2, $3)',
    values: [found.id, state, actor],
  });
}

async function closeHire(query: Query, id: string, status: 'completed' | 'failed', at: Date): Promise<void> {
  await query({
    text: `WITH changed AS (
        UPDATE hires SET wanted_status = $2, closed_at = $3,
          state = CASE WHEN state = 'parked' THEN 'opened' ELSE state END, reason_code = NULL, reason_sentence = NULL
        WHERE id = $1 RETURNING id, customer_id
      ), queued AS (${QUEUE_AGAIN})
      SELECT pg_notify('deliveries', '')`,
    values: [id, status, at],
  });
}

function conflict(sentence: string): Failure {
  return new Failure('invalid', 'CONFLICT', sentence);
}
