import { type AuditWish, type ReadingStore } from '../console/reading-store.ts';
import { type AuditRow, toEntry } from './audit-chain-check.ts';
import { type Query } from './database.ts';
import { countRows, type Listing, readPage } from './page.ts';

/** Lists of the audit log. */
export function createAuditReading(query: Query): Pick<ReadingStore, 'listAudit' | 'measureAudit'> {
  return {
    async listAudit(wish) {
      if (wish.last === null) return { items: [], next: null };
      const { items, next } = await readPage<AuditRow>(query, auditListing(wish), wish);
      return { items: items.map(toEntry), next };
    },
    measureAudit: (wish) => countRows(query, { ...auditListing(wish), table: 'audit' }, wish),
  };
}

/** Ids grow with time, but for clocks that differ: so an index on the time leads to the first and the last that may fit. */
const span = {
  from: `audit.id >= (SELECT id FROM audit WHERE at >= $::timestamptz - interval '1 day' ORDER BY at LIMIT 1)`,
  to: `audit.id <= (SELECT id FROM audit WHERE at < $::timestamptz + interval '1 day' ORDER BY at DESC LIMIT 1)`,
};

function auditListing({ customerId, actor, action, subject, newestFirst, last }: Omit<AuditWish, 'limit'>): Listing {
  return {
    select: 'SELECT audit.*, audit_seals.hash FROM audit LEFT JOIN audit_seals ON audit_seals.audit_id = audit.id',
    key: { column: 'audit.id', type: 'bigint', order: newestFirst === true ? 'DESC' : 'ASC' },
    filters: { customer_id: customerId, actor, action, subject },
    platform: 'customer_id',
    time: 'at',
    span,
    last: last ?? undefined,
  };
}
