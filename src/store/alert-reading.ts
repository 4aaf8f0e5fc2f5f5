import { type AlertReading } from '../console/alert-reading.ts';
import { type Alert, type ShownNotice } from '../alerts/alert-store.ts';
import { ALERTS } from './alert-rows.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database } from './database.ts';
import { readPage } from './page.ts';

const LISTED = `SELECT * FROM (SELECT *, coalesce("customerId", '') AS customer_id,
  CASE WHEN "resolvedAt" IS NULL THEN 'open' ELSE 'past' END AS state FROM (${ALERTS}) AS shown) AS alerts`;

const NOTICES = `SELECT id, nullif(customer_id, '') AS "customerId", message->>'kind' AS kind, message->>'title' AS title, channel,
  recipient AS to, state, attempts, code, made_at AS "madeAt", sent_at AS "sentAt" FROM notices
  WHERE ($1::text IS NULL OR customer_id = $1) AND ($2::text[] IS NULL OR customer_id = ANY ($2))
  ORDER BY made_at DESC LIMIT 50`;

const ACKNOWLEDGE = `UPDATE alerts SET acknowledged_by = $2, acknowledged_at = $3
  WHERE id = $1 AND acknowledged_at IS NULL AND resolved_at IS NULL RETURNING id`;

/** What the pages show of alerts. */
export function createAlertReading({ query, transaction }: Database): AlertReading {
  return {
    async listAlerts({ state, ...wish }) {
      const key = { column: 'id', type: 'uuid', order: 'DESC' } as const;
      const filters = { state, customer_id: wish.customerId };
      const listing = { select: LISTED, key, filters, platform: 'customer_id', time: '"raisedAt"' };
      const { items, next } = await readPage<Alert & { customer_id: string; state: string }>(query, listing, wish);
      return { items: items.map(({ customer_id: _id, state: _state, ...alert }) => alert), next };
    },
    getAlert: async (id) => (await query<Alert>({ text: `${ALERTS} WHERE id = $1`, values: [id] }))[0],
    acknowledge: ({ id, customerId }, by) =>
      transaction(async (inside) => {
        const rows = await inside({ text: ACKNOWLEDGE, values: [id, by.actor, by.at] });
        const entry = { ...by, action: 'alert.acknowledged', customerId, subject: id, detail: {} } as const;
        if (rows.length > 0) await inside(auditStatement(entry));
      }),
    listNotices: ({ customerId, platforms }) =>
      query<ShownNotice>({ text: NOTICES, values: [customerId ?? null, platforms ?? null] }),
  };
}
