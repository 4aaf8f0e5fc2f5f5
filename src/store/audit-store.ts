import { CHAIN_START, chainHash } from '../audit/audit-chain.ts';
import { type NewAuditEntry } from '../audit/audit-entry.ts';
import { readAnchor } from './audit-anchor.ts';
import { type AuditRow, fits, type SealRow, toEntry } from './audit-chain-check.ts';
import { auditStatement } from './audit-entry.ts';
import { AUDIT_COLUMNS, SEAL_LOCK, SEALED_ENTRIES } from './audit-statements.ts';
import { type Database, type Query } from './database.ts';

/** Whether the chain is whole, up to the newest sealed entry. */
interface ChainCheck {
  readonly intact: boolean;
  /** How many sealed entries are there and fit. */
  readonly sealed: number;
  /** How many were removed by age before the first of them. */
  readonly purged: number;
  /** The first entry that does not fit, or that is gone. */
  readonly brokenAt: string | null;
}

export interface AuditStore {
  write(entry: NewAuditEntry): Promise<void>;
  /** Chains the entries written since the last call, oldest first; one process at a time. Answers how many. */
  sealNew(): Promise<number>;
  verify(): Promise<ChainCheck>;
}

const PAGE = 1_000;
/** Ids are given out before their transaction commits: a smaller one may still appear for so long. */
const SETTLED_AFTER = "interval '2 seconds'";

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
    text: `SELECT ${AUDIT_COLUMNS}, NULL AS hash FROM audit
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

async function verify(database: Database): Promise<ChainCheck> {
  const anchor = await readAnchor(database.query);
  const { position: purged, hash: start, isTold } = anchor;
  let before = start;
  let sealed = 0;
  for (;;) {
    const values = [purged + sealed, PAGE];
    const rows = await database.query<SealRow>({ ...SEALED_ENTRIES, values });
    const broken = rows.findIndex(
      (row, at) => !isTold || !fits(row, purged + sealed + at + 1, rows[at - 1]?.hash ?? before),
    );
    const brokenAt = rows[broken]?.audit_id;
    if (brokenAt !== undefined) return { intact: false, sealed: sealed + broken, purged, brokenAt };
    before = rows.at(-1)?.hash ?? before;
    sealed += rows.length;
    if (rows.length < PAGE) return { intact: true, sealed, purged, brokenAt: null };
  }
}
