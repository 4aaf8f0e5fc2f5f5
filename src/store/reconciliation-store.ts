import { type MissedHire, type MissedHires, type ReconciliationRound } from '../console/missed-hires.ts';
import { type PageWish } from '../console/page.ts';
import { type ReconciliationStore, type Round } from '../intake/reconciliation/reconciliation-store.ts';
import { Failure } from '../runtime/failure.ts';
import { type Database } from './database.ts';
import { BEGIN_ROUND, END_ROUND, IS_MISSED, KEEP_PAGE, LIST_MISSED, ROUNDS } from './missed-statements.ts';

/** What was seen in iCIMS and what was missed, on PostgreSQL. */
export function createReconciliationStore({ query, transaction }: Database): ReconciliationStore & MissedHires {
  const run = async (text: string, values: readonly unknown[]): Promise<void> => {
    await query({ text, values });
  };
  return {
    async beginRound(customerId, { now, firstSince }) {
      const rows = await query<Round & Record<string, unknown>>({
        text: BEGIN_ROUND,
        values: [customerId, now, firstSince],
      });
      return rows[0] ?? { since: firstSince, afterId: null };
    },
    keepPage: (customerId, workflowIds, now) =>
      transaction(async (inside) => {
        await inside({ text: KEEP_PAGE, values: [customerId, workflowIds, now] });
        const text = 'UPDATE reconciliations SET after_id = coalesce($2::bigint, after_id) WHERE customer_id = $1';
        await inside({ text, values: [customerId, workflowIds.at(-1) ?? null] });
      }),
    endRound: (customerId) => run(END_ROUND, [customerId]),
    noteFailure: (customerId, code) =>
      run('UPDATE reconciliations SET failure = $2 WHERE customer_id = $1', [customerId, code]),
    isMissed: async (...values) => (await query({ text: IS_MISSED, values })).length > 0,
    forget: (...values) => run('DELETE FROM reconciled_workflows WHERE customer_id = $1 AND workflow_id = $2', values),
    listMissed: (wish) => listMissed(query, wish),
    listRounds: ({ customerId, platforms }) =>
      query<ReconciliationRound & Record<string, unknown>>({
        text: ROUNDS,
        values: [customerId ?? null, platforms ?? null],
      }),
  };
}

async function listMissed(query: Database['query'], wish: PageWish): ReturnType<MissedHires['listMissed']> {
  const { customerId = null, platforms = null, limit } = wish;
  const values = [customerId, platforms, ...placeOf(wish.cursor), limit + 1];
  const rows = await query<MissedHire & { id: string }>({ text: LIST_MISSED, values });
  const items = rows.slice(0, limit);
  const next = rows.length > limit ? (items.at(-1)?.id ?? null) : null;
  return { items: items.map(({ id: _id, ...item }) => item), next };
}

/** Platform and workflow that the page before ended with. */
function placeOf(cursor: string | undefined): readonly (string | null)[] {
  if (cursor === undefined) return [null, null];
  const [, platform, workflow] = /^([0-9]{1,12})-([0-9]{1,20})$/.exec(cursor) ?? [];
  if (platform !== undefined && workflow !== undefined) return [platform, workflow];
  throw new Failure('invalid', 'INVALID_CURSOR', 'Send back `next` of the page before as `cursor`, unchanged.');
}
