import { CHAIN_START } from '../audit/audit-chain.ts';
import { type Query } from './database.ts';

/** The seal that the first entry left is chained to. Position 0 with the start of the chain as long as nothing was cut off. */
export interface AuditAnchor {
  readonly position: number;
  readonly hash: Buffer;
  /** Whether an entry of the log tells of it; without one, somebody else cut the chain. */
  readonly isTold: boolean;
}

const ANCHOR = `SELECT position, hash, EXISTS (
    SELECT FROM audit WHERE action = 'audit.purged' AND detail->>'hash' = encode(audit_anchor.hash, 'hex')
  ) AS told FROM audit_anchor`;

export async function readAnchor(query: Query): Promise<AuditAnchor> {
  const [row] = await query<{ position: string; hash: Buffer; told: boolean }>({ text: ANCHOR });
  if (row === undefined) return { position: 0, hash: CHAIN_START, isTold: true };
  return { position: Number(row.position), hash: row.hash, isTold: row.told };
}
