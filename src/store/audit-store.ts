import { chainHash, CHAIN_START } from '../audit/audit-chain.ts';
import { type AuditAction, type AuditEntry, type NewAuditEntry } from '../audit/audit-entry.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';

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

/** Whether the chain is whole, up to the newest sealed entry. */
interface ChainCheck {
  readonly intact: boolean;
  readonly sealed: number;
  /** The first entry that does not fit, or that is gone. */
  readonly brokenAt: string | null;
}

export interface AuditStore {
  write(entry: NewAuditEntry): Promise<void>;
  /** Chains the entries written since the last call, oldest first; one process at a time. Answers how many. */
  sealNew(): Promise<number>;
  verify(): Promise<ChainCheck>;
}

const SEAL_LOCK = 7_216_002;
const PAGE = 1_000;
/** Ids are given out before their transaction commits: a smaller one may still appear for so long. */
const SETTLED_AFTER = "interval '2 seconds'";

const COLUMNS = 'audit.id, audit.at, audit.actor, audit.action, audit.customer_id, audit.subject, audit.detail';

export function createAuditStore(database: Database): AuditStore {
  return {
    write: async (entry) => {
      await database.query(auditStatement(entry));
    },
    sealNew: () => database.transaction(sealNew),
    verify: () => verify(database),
  };
}

async function sealNew(query: Query): Promise<number> {
  const [lock] = await query<{ mine: boolean }>({
    text: 'SELECT pg_try_advisory_xact_lock($1) AS mine',
    values: [SEAL_LOCK],
  });
  if (lock?.mine !== true) return 0;
  const [last] = await query<{ position: string; hash: Buffer }>({
    text: 'SELECT position, hash FROM audit_seals ORDER BY position DESC LIMIT 1',
  });
  const rows = await query<AuditRow>({
    text: `SELECT ${COLUMNS}, NULL AS hash FROM audit
      WHERE id > coalesce((SELECT audit_id FROM audit_seals ORDER BY audit_id DESC LIMIT 1), 0) - 5000
        AND NOT EXISTS (SELECT FROM audit_seals WHERE audit_id = audit.id) AND at < now() - ${SETTLED_AFTER}
      ORDER BY id LIMIT ${PAGE}`,
  });
  let position = Number(last?.position ?? 0);
  let hash: Buffer = last?.hash ?? CHAIN_START;
  const seals = rows.map((row) => {
    position += 1;
    hash = chainHash(hash, toEntry(row));
    return { position, id: row.id, hash };
  });
  await query({
    text: 'INSERT INTO audit_seals (position, audit_id, hash) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])',
    values: [seals.map((seal) => seal.position), seals.map(({ id }) => id), seals.map((seal) => seal.hash)],
  });
  return seals.length;
}

interface SealRow extends Omit<AuditRow, 'id'> {
  readonly position: string;
  readonly audit_id: string;
  /** Null when the entry is gone. */
  readonly id: string | null;
}

async function verify(database: Database): Promise<ChainCheck> {
  let before: Buffer = CHAIN_START;
  let sealed = 0;
  for (;;) {
    const rows = await database.query<SealRow>({
      text: `SELECT audit_seals.position, audit_seals.audit_id, audit_seals.hash, ${COLUMNS}
        FROM audit_seals LEFT JOIN audit ON audit.id = audit_seals.audit_id
        WHERE position > $1 ORDER BY position LIMIT ${PAGE}`,
      values: [sealed],
    });
    const broken = rows.findIndex((row, at) => !fits(row, sealed + at + 1, rows[at - 1]?.hash ?? before));
    const brokenAt = rows[broken]?.audit_id;
    if (brokenAt !== undefined) return { intact: false, sealed: sealed + broken, brokenAt };
    before = rows.at(-1)?.hash ?? before;
    sealed += rows.length;
    if (rows.length < PAGE) return { intact: true, sealed, brokenAt: null };
  }
}

function fits({ id, ...row }: SealRow, position: number, before: Buffer): boolean {
  if (id === null || row.hash === null || Number(row.position) !== position) return false;
  return chainHash(before, toEntry({ ...row, id })).equals(row.hash);
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
