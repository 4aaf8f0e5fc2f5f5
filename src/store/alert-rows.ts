import { type Alert } from '../alerts/alert-store.ts';
import { type NewNotice } from '../alerts/notice.ts';
import { type Query } from './database.ts';

/** An empty customer id stands for the whole service. */
export const ALERTS = `SELECT id, nullif(customer_id, '') AS "customerId", cause, sentence, action, path, since,
  raised_at AS "raisedAt", seen_at AS "seenAt", resolved_at AS "resolvedAt", acknowledged_by AS "acknowledgedBy",
  acknowledged_at AS "acknowledgedAt" FROM alerts`;

export type AlertRow = Alert;

const KEEP = `INSERT INTO notices (key, customer_id, channel, recipient, message, made_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (key) DO NOTHING`;

/** Part of the transaction of what they tell of. */
export async function insertNotices(
  query: Query,
  { customerId, notices, now }: { customerId: string | null; notices: readonly NewNotice[]; now: Date },
): Promise<void> {
  for (const { key, target, message } of notices) {
    const recipient = target.channel === 'email' ? target.to : null;
    const values = [key, customerId ?? '', target.channel, recipient, JSON.stringify(message), now];
    await query({ name: 'keep-notice', text: KEEP, values });
  }
}
