import { createHash } from 'node:crypto';
import { type NewAuditEntry } from './audit-entry.ts';

/** What the first entry is chained to. */
export const CHAIN_START = Buffer.alloc(32);

/**
 * SHA-256 over the hash before and every column of the entry, each part length-prefixed. An entry that was edited,
 * removed, added or moved later no longer fits the hash that follows it.
 */
export function chainHash(before: Buffer, entry: NewAuditEntry & { readonly id: string }): Buffer {
  const parts = [
    entry.id,
    entry.at.toISOString(),
    entry.actor,
    entry.action,
    entry.customerId ?? '',
    entry.subject ?? '',
    canonicalJson(entry.detail),
  ];
  const hash = createHash('sha256').update(before);
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
}

/** The same text for the same value, whatever order the database gives the keys in. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
