import { type AuditEntry } from '../audit/audit-entry.ts';
import { type AuditFormat } from '../audit/audit-pieces.ts';
import { type operations } from '../contract/generated/admin.ts';
import { type Handlers } from '../contract/typed-handlers.ts';
import { type AdminCaller } from './admin-caller.ts';
import { type OperatorParts } from './admin-parts.ts';
import { requireReach } from './authorize.ts';
import { exportAudit } from './export-audit.ts';
import { type Page } from './page.ts';
import { type AuditWish } from './reading-store.ts';
import { show } from './show.ts';
import { type PageQuery, toWish } from './to-wish.ts';

type AuditOperations = Pick<operations, 'listAudit' | 'searchAudit' | 'exportAudit'>;

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const satisfies Record<AuditFormat, string>;

/** Who did what, when. */
export function auditOperations(parts: OperatorParts): Handlers<AuditOperations, AdminCaller> {
  const { reading, audit } = parts;
  return {
    listAudit: async ({ query: { verify, ...query }, caller }) => {
      const page = await reading.listAudit(toAuditWish(query, caller));
      return { status: 200, body: { ...shown(page), ...(verify === true ? { chain: await audit.verify() } : {}) } };
    },
    searchAudit: async ({ body: { filter = {}, ...page }, caller }) => {
      requireReach(caller, 'audit.read', filter.customerId);
      const wish = { ...toAuditWish({ ...filter, ...page }, caller), newestFirst: true };
      return { status: 200, body: shown(await reading.listAudit(wish)) };
    },
    exportAudit: async ({ body: { format, filter = {} }, caller }) => {
      // Before the export is noted: nobody writes into the log of a platform that is none of theirs.
      requireReach(caller, 'audit.read', filter.customerId);
      const { count, pieces } = await exportAudit({ format, wish: toAuditWish(filter, caller) }, caller, parts);
      const headers = { 'Content-Type': mediaTypes[format], 'X-Total-Count': String(count) };
      return { status: 200, body: pieces, headers };
    },
  };
}

interface AuditQuery extends PageQuery, Pick<AuditWish, 'actor' | 'action' | 'subject'> {}

function toAuditWish({ actor, action, subject, ...query }: AuditQuery, caller: AdminCaller): AuditWish {
  return { ...toWish(query, caller, 'audit.read'), actor, action, subject };
}

function shown({ items, next }: Page<AuditEntry>) {
  return { items: items.map((entry) => ({ ...show(entry), detail: { ...entry.detail } })), next };
}
