import { type ErasureWish } from '../retention/erasure-store.ts';
import { auditStatement } from './audit-entry.ts';
import { type Query } from './database.ts';
import { WITHDRAW_FOR_ERASURE } from './erasure-statements.ts';

/** Whom an erasure is about, sealed in its row as long as it is under way. */
export interface ErasedPerson {
  readonly personId: string;
  readonly workflowIds: readonly string[];
}

export function placeOfPerson(customerId: string, row: string) {
  return { customerId, table: 'erasures', column: 'person_sealed', row };
}

/**
 * By the ordinary way, so that case system and iCIMS hear of it. Also notes the withdrawal of the workflows: what is
 * screened just now is then not accepted.
 */
export async function withdrawForErasure(
  query: Query,
  hireIds: readonly string[],
  { customerId, at, actor }: Pick<ErasureWish, 'customerId' | 'at' | 'actor'>,
): Promise<void> {
  await query({ ...WITHDRAW_FOR_ERASURE, values: [hireIds, at] });
  for (const subject of hireIds)
    await query(
      auditStatement({ at, actor, action: 'hire.withdrawn', customerId, subject, detail: { erasure: true } }),
    );
}
