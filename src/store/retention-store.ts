import { type PurgedKind, type PurgeWish, type RetentionStore } from '../retention/retention-store.ts';
import { auditStatement } from './audit-entry.ts';
import { purgeAudit } from './audit-purge.ts';
import { type Database, type Query } from './database.ts';
import { removeHires } from './hire-belongings.ts';
import {
  EVENTS_OF_AGE,
  FIELDS_OF_AGE,
  FORGET_FIELDS,
  HIRES_OF_AGE,
  PLATFORMS_WITH_DATA,
  WITHDRAWALS_OF_AGE,
} from './retention-statements.ts';
import { type Vault } from './vault.ts';

/** Rows that one piece looks at. */
const PIECE = 200;
const FIRST_UUID = '00000000-0000-0000-0000-000000000000';

/** What is past its days, on PostgreSQL: in pieces by primary key, never waiting for a lock that live work holds. */
export function createRetentionStore(database: Database, vault: Vault): RetentionStore {
  return {
    platformsWithData: async () => {
      const rows = await database.query<{ customer_id: string }>(PLATFORMS_WITH_DATA);
      return rows.map(({ customer_id }) => customer_id);
    },
    purge: (wish) => database.transaction((query) => purgePiece(query, wish, vault)),
    purgeAudit: (wish) => database.transaction((query) => purgeAudit(query, wish)),
  };
}

interface Piece {
  readonly size: number;
  readonly last: string | null;
  readonly newest: Date | null;
  /** The rows that are to go. */
  readonly ids: readonly string[] | null;
}

type Removal = (query: Query, ids: readonly string[], context: { wish: PurgeWish; vault: Vault }) => Promise<number>;

/** The statement that finds a piece, and the id that none comes before. */
const pieceOf = {
  hires: { statement: HIRES_OF_AGE, start: FIRST_UUID },
  deliveredFields: { statement: FIELDS_OF_AGE, start: FIRST_UUID },
  events: { statement: EVENTS_OF_AGE, start: FIRST_UUID },
  withdrawals: { statement: WITHDRAWALS_OF_AGE, start: '' },
} as const satisfies Record<PurgedKind, { statement: { name: string; text: string }; start: string }>;

const remove = {
  hires: async (query, ids) => {
    await removeHires(query, ids);
    return ids.length;
  },
  deliveredFields: (query, ids, context) => forgetFields(query, ids, context),
  events: async (query, ids) => {
    await query({ text: 'DELETE FROM events WHERE id = ANY ($1::uuid[])', values: [ids] });
    return ids.length;
  },
  withdrawals: async (query, ids, { wish }) => {
    const text = 'DELETE FROM withdrawals WHERE customer_id = $1 AND workflow_id = ANY ($2::text[])';
    await query({ text, values: [wish.customerId, ids] });
    return ids.length;
  },
} as const satisfies Record<PurgedKind, Removal>;

async function purgePiece(query: Query, wish: PurgeWish, vault: Vault): Promise<string | null> {
  const { kind, customerId, before, after, at } = wish;
  const { statement, start } = pieceOf[kind];
  const values = [customerId, after ?? start, before, PIECE];
  const [piece] = await query<Piece>({ ...statement, values });
  const ids = piece?.ids ?? [];
  if (ids.length > 0) {
    const detail = { kind, count: await remove[kind](query, ids, { wish, vault }) };
    await query(auditStatement({ at, actor: 'retention', action: 'data.purged', customerId, subject: null, detail }));
  }
  return piece === undefined || isLast(piece, before) ? null : piece.last;
}

function isLast({ size, newest }: Piece, before: Date): boolean {
  return size < PIECE || (newest !== null && newest >= before);
}

/** An empty record takes the place of the fields, so that whatever reads them goes on. */
async function forgetFields(
  query: Query,
  ids: readonly string[],
  { wish: { customerId, at }, vault }: { wish: PurgeWish; vault: Vault },
): Promise<number> {
  const key = await vault.keyOf(customerId);
  const empty = ids.map((row) => key.seal('{}', { customerId, table: 'hires', column: 'fields_sealed', row }));
  await query({ ...FORGET_FIELDS, values: [ids, empty, at] });
  return ids.length;
}
