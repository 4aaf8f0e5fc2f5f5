import { type RetentionStore } from '../retention/retention-store.ts';
import { Failure } from '../runtime/failure.ts';
import { fits, type SealRow } from './audit-chain-check.ts';
import { readAnchor } from './audit-anchor.ts';
import { auditStatement } from './audit-entry.ts';
import { SEALED_ENTRIES, SEAL_LOCK } from './audit-statements.ts';
import { type Query } from './database.ts';

type AuditWish = Parameters<RetentionStore['purgeAudit']>[0];

const PIECE = 500;

/** See RetentionStore. The newest entry stays, so that whatever is sealed next is chained to it. */
export async function purgeAudit(query: Query, { beforeOf, at }: AuditWish): Promise<boolean> {
  await query({ text: 'SELECT pg_advisory_xact_lock($1)', values: [SEAL_LOCK] });
  const anchor = await readAnchor(query);
  const rows = await query<SealRow>({ ...SEALED_ENTRIES, values: [anchor.position, PIECE + 1] });
  const candidates = rows.slice(0, -1);
  const youngest = await youngestThatMayGo(query);
  const isKept = ({ at: time, customer_id: customerId }: SealRow): boolean =>
    time !== null && (time >= youngest || time >= beforeOf(customerId));
  const fresh = candidates.findIndex(isKept);
  const old = fresh === -1 ? candidates : candidates.slice(0, fresh);
  const last = old.at(-1);
  if (last === undefined) return false;
  requireWhole(old, anchor);
  await cutOff(query, old, { at, last });
  return old.length === PIECE;
}

/** What the triggers on the tables let go at most, by the database's clock. */
async function youngestThatMayGo(query: Query): Promise<Date> {
  const [row] = await query<{ at: Date }>({ text: `SELECT now() - interval '365 days' AS at` });
  return row?.at ?? new Date(0);
}

function requireWhole(rows: readonly SealRow[], anchor: { position: number; hash: Buffer }): void {
  const broken = rows.find((row, at) => !fits(row, anchor.position + at + 1, rows[at - 1]?.hash ?? anchor.hash));
  if (broken === undefined) return;
  const message = `The audit chain breaks at entry ${broken.audit_id}: nothing of it is removed by age.`;
  throw new Failure('rejected', 'AUDIT_BROKEN', message);
}

/** The entry about it names the hash, so that an anchor which no purge set is noticed. */
async function cutOff(
  query: Query,
  rows: readonly SealRow[],
  { at, last }: { at: Date; last: SealRow },
): Promise<void> {
  const ids = rows.map(({ audit_id }) => audit_id);
  await query({ text: `SELECT set_config('connector.purge', 'on', true)` });
  await query({ text: 'DELETE FROM audit WHERE id = ANY ($1::bigint[])', values: [ids] });
  await query({ text: 'DELETE FROM audit_seals WHERE audit_id = ANY ($1::bigint[])', values: [ids] });
  await query({ text: `SELECT set_config('connector.purge', 'off', true)` });
  await query({
    text: `INSERT INTO audit_anchor (position, hash) VALUES ($1, $2)
      ON CONFLICT (only_one) DO UPDATE SET position = $1, hash = $2`,
    values: [last.position, last.hash],
  });
  const detail = { count: rows.length, position: Number(last.position), hash: last.hash?.toString('hex') };
  await query(
    auditStatement({ at, actor: 'retention', action: 'audit.purged', customerId: null, subject: null, detail }),
  );
}
