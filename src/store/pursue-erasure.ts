import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';
import { type ErasedPerson, placeOfPerson, withdrawForErasure } from './erased-person.ts';
import { ERASE_EVENTS, HIRES_OF_PERSON } from './erasure-statements.ts';
import { removeHires } from './hire-belongings.ts';
import { type Vault } from './vault.ts';

interface ErasureRow {
  readonly customer_id: string;
  readonly person_sealed: Buffer;
  readonly requested_at: Date;
  readonly requested_by: string;
  readonly passes: number;
}

interface HireOfPerson {
  readonly id: string;
  readonly workflowId: string;
  readonly caseId: string | null;
  readonly caseUrl: string | null;
  readonly caseSystem: string | null;
  readonly caseWithdrawn: boolean;
  readonly open: boolean;
  readonly queued: boolean;
}

interface Pass {
  readonly id: string;
  readonly at: Date;
  readonly row: ErasureRow;
  readonly person: ErasedPerson;
}

/** What was received before the request may be accepted for so long after it; a pass later than that finds all. */
const LAST_ACCEPTED_MS = 120_000;
/** From then on nobody is waited for: a case system that could not be told of the withdrawal is in `askElsewhere`. */
const WAITED_FOR_MS = 7 * 86_400_000;
const EVENTS_A_PAGE = 2_000;
const START = '00000000-0000-0000-0000-000000000000';

/** One pass: hires first, with the workflows that they name, then events; done when a late pass leaves nothing. */
export async function pursueErasure(
  database: Database,
  vault: Vault,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  const kept = await database.transaction((query) => eraseHires(query, vault, { id, at }));
  if (kept === undefined) return;
  const { pass, isLast } = kept;
  if (pass.row.passes === 0 || isLast) await eraseEvents(database, pass);
  await database.transaction((query) => (isLast ? finish(query, pass) : countPass(query, id)));
}

async function eraseHires(
  query: Query,
  vault: Vault,
  { id, at }: { id: string; at: Date },
): Promise<{ pass: Pass; isLast: boolean } | undefined> {
  const [row] = await query<ErasureRow>({
    text: 'SELECT * FROM erasures WHERE id = $1 AND done_at IS NULL FOR UPDATE SKIP LOCKED',
    values: [id],
  });
  if (row === undefined) return undefined;
  const key = await vault.keyOf(row.customer_id);
  const sealed = key.open(row.person_sealed, placeOfPerson(row.customer_id, id)).toString('utf8');
  const { personId, workflowIds } = JSON.parse(sealed) as ErasedPerson;
  const hires = await hiresOf(query, row, personId);
  const gone = hires.filter(({ queued }) => !queued || at.getTime() > row.requested_at.getTime() + WAITED_FOR_MS);
  const cases = await removeHires(
    query,
    gone.map((hire) => hire.id),
  );
  const person = { personId, workflowIds: [...new Set([...workflowIds, ...hires.map((hire) => hire.workflowId)])] };
  const values = [
    id,
    gone.length,
    cases,
    JSON.stringify(gone.flatMap(toCaseElsewhere)),
    key.seal(JSON.stringify(person), placeOfPerson(row.customer_id, id)),
    hires.length - gone.length,
  ];
  await query({ text: NOTE_HIRES, values });
  const isLast = hires.length === gone.length && at.getTime() >= row.requested_at.getTime() + LAST_ACCEPTED_MS;
  return { pass: { id, at, row, person }, isLast };
}

/** One that was being accepted while the request came is withdrawn like the others. */
async function hiresOf(query: Query, row: ErasureRow, personId: string): Promise<HireOfPerson[]> {
  const { customer_id: customerId, requested_at: requestedAt, requested_by: actor } = row;
  const statement = { ...HIRES_OF_PERSON, values: [customerId, personId, requestedAt] };
  const hires = await query<HireOfPerson>(statement);
  const open = hires.filter((hire) => hire.open).map(({ id }) => id);
  if (open.length === 0) return hires;
  await withdrawForErasure(query, open, { customerId, at: requestedAt, actor });
  return query<HireOfPerson>(statement);
}

/** Without the hire nobody would know any more where the case is: its link stays. */
function toCaseElsewhere({ caseId, caseUrl, caseSystem, caseWithdrawn }: HireOfPerson) {
  return caseId === null || caseSystem === 'built-in' ? [] : [{ caseId, caseUrl, withdrawn: caseWithdrawn }];
}

const NOTE_HIRES = `UPDATE erasures SET hires = hires + $2, cases = cases + $3,
  cases_elsewhere = cases_elsewhere || $4::jsonb, person_sealed = $5, waiting = $6 WHERE id = $1`;

async function eraseEvents({ query }: Database, { id, row, person }: Pass): Promise<void> {
  let after = START;
  for (;;) {
    const values = [row.customer_id, after, person.workflowIds, row.requested_at, EVENTS_A_PAGE];
    const [page] = await query<{ size: number; last: string | null; gone: number }>({ ...ERASE_EVENTS, values });
    if (page === undefined || page.last === null) return;
    const text = 'UPDATE erasures SET events = events + $2 WHERE id = $1';
    if (page.gone > 0) await query({ text, values: [id, page.gone] });
    if (page.size < EVENTS_A_PAGE) return;
    after = page.last;
  }
}

async function countPass(query: Query, id: string): Promise<void> {
  await query({ text: 'UPDATE erasures SET passes = passes + 1 WHERE id = $1', values: [id] });
}

/** From here on nothing knows whom it was about, but who asks with the same person id again. */
async function finish(query: Query, { id, at, row, person }: Pass): Promise<void> {
  const customerId = row.customer_id;
  await query({
    text: 'DELETE FROM withdrawals WHERE customer_id = $1 AND workflow_id = ANY ($2::text[])',
    values: [customerId, person.workflowIds],
  });
  const [counts] = await query<{ hires: number; cases: number; events: number }>({
    text: `UPDATE erasures SET person_sealed = NULL, done_at = $2, passes = passes + 1 WHERE id = $1 AND done_at IS NULL
      RETURNING hires, cases, events`,
    values: [id, at],
  });
  if (counts === undefined) return;
  await query(
    auditStatement({ at, actor: 'retention', action: 'erasure.done', customerId, subject: id, detail: { ...counts } }),
  );
}
