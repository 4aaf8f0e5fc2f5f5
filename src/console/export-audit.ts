import { type AuditFormat, auditPieces } from '../audit/audit-pieces.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { type AuditWish } from './reading-store.ts';

const BATCH = 1_000;

interface Export {
  readonly format: AuditFormat;
  /** Which entries; the limit is our own. */
  readonly wish: Omit<AuditWish, 'limit' | 'cursor'>;
}

/**
 * All entries that fit and are there now, oldest first, as the pieces of one file. A batch is read when the one before it was
 * taken, so a slow reader slows the database down, and one that is gone ends the reading.
 *
 * The export is audited before the first entry leaves, so that one which is cut off is in the log too: `detail` says what
 * was asked for and how many entries fit. Throws what the store throws; so do the pieces.
 */
export async function exportAudit({ format, wish }: Export, caller: AdminCaller, parts: OperatorParts) {
  const { count, last } = await parts.reading.measureAudit(wish);
  const { customerId = onlyOf(wish.platforms), actor, action, subject, from, to } = wish;
  await parts.audit.write({
    ...{ at: parts.clock(), actor: caller.name, action: 'audit.exported', customerId, subject: null },
    detail: { format, count, filter: { actor, action, subject, from, to } },
  });
  return { count, pieces: piecesOf(format, { ...wish, last }, parts) };
}

/** Whoever sees one platform only has exported that one: so its admins see the entry. */
function onlyOf(platforms: readonly string[] = []): string | null {
  const [first, ...others] = platforms;
  return first !== undefined && others.length === 0 ? first : null;
}

async function* piecesOf(
  format: AuditFormat,
  wish: Omit<AuditWish, 'limit'>,
  { reading }: OperatorParts,
): AsyncGenerator<string> {
  const { begin, page: toText, end } = auditPieces[format];
  yield begin;
  let cursor: string | undefined;
  do {
    const page = await reading.listAudit({ ...wish, limit: BATCH, cursor });
    yield toText(page.items, cursor === undefined);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  yield end;
}
