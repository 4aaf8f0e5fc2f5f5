import { defaultSettings, type AlertSettings } from '../alerts/alert-settings.ts';
import { type AlertStore } from '../alerts/alert-store.ts';
import { type Message } from '../alerts/notice.ts';
import { ALERTS, insertNotices, type AlertRow } from './alert-rows.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database } from './database.ts';
import { readServiceSituation, readSituations, readTally } from './situation-rows.ts';
import { type Vault } from './vault.ts';

const RAISE = `INSERT INTO alerts (id, customer_id, cause, sentence, action, path, since, raised_at, seen_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) ON CONFLICT (customer_id, cause) WHERE resolved_at IS NULL DO NOTHING
  RETURNING id`;
const RENEW = `UPDATE alerts SET sentence = $2, action = $3, since = least(since, $4), seen_at = $5
  WHERE id = $1 AND resolved_at IS NULL`;
const RESOLVE = `UPDATE alerts SET resolved_at = $2 WHERE id = $1 AND resolved_at IS NULL
  RETURNING nullif(customer_id, '') AS "customerId"`;
const CLAIM = `UPDATE notices SET run_at = now() + $2 * interval '1 millisecond', attempts = attempts + 1
  WHERE id IN (SELECT id FROM notices WHERE state = 'pending' AND run_at <= now() ORDER BY run_at LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING id, nullif(customer_id, '') AS "customerId", channel, recipient, message, attempts, made_at`;
const END = `UPDATE notices SET state = $3, code = $4, run_at = now() + $5 * interval '1 millisecond',
  sent_at = CASE WHEN $3 = 'sent' THEN now() END WHERE id = $1 AND attempts = $2 AND state = 'pending'`;
const KEEP_SETTINGS = `INSERT INTO alert_settings (customer_id, settings_sealed, updated_at) VALUES ($1, $2, $3)
  ON CONFLICT (customer_id) DO UPDATE SET settings_sealed = $2, updated_at = $3`;
/** Opening thousands in one go would keep requests waiting. */
const OPENED_AT_ONCE = 250;
const SETTINGS_PAGE = {
  name: 'alert-settings-page',
  text: `SELECT customer_id AS id, settings_sealed AS sealed FROM alert_settings WHERE customer_id > $1
    ORDER BY customer_id LIMIT $2`,
};

const KEEP_DAY = `INSERT INTO digests (customer_id, day) VALUES ($1, $2)
  ON CONFLICT (customer_id) DO UPDATE SET day = $2 WHERE digests.day < $2::date RETURNING customer_id`;

interface NoticeRow {
  readonly id: string;
  readonly customerId: string | null;
  readonly channel: 'email' | 'webhook';
  readonly recipient: string | null;
  readonly message: Message;
  readonly attempts: number;
  readonly made_at: Date;
}

/** Alerts, their settings and their notices, on PostgreSQL. */
export function createAlertStore(database: Database, vault: Vault): AlertStore {
  const { query, transaction } = database;
  return {
    ...settingsPart(database, vault),
    ...noticePart(database),
    situations: (asked, now) => readSituations(query, asked, now),
    serviceSituation: () => readServiceSituation(query),
    openAlerts: () => query<AlertRow>({ text: `${ALERTS} WHERE resolved_at IS NULL` }),
    raiseAlert: ({ id, customerId, cause, sentence, action, path, since }, notices, now) =>
      transaction(async (inside) => {
        const values = [id, customerId ?? '', cause, sentence, action, path, since, now];
        const raised = await inside({ text: RAISE, values });
        if (raised.length > 0) await insertNotices(inside, { customerId, notices, now });
      }),
    renewAlert: async (id, { sentence, action, since }, now) => {
      await query({ text: RENEW, values: [id, sentence, action, since, now] });
    },
    resolveAlert: (id, notices, now) =>
      transaction(async (inside) => {
        const [row] = await inside<{ customerId: string | null }>({ text: RESOLVE, values: [id, now] });
        if (row !== undefined) await insertNotices(inside, { customerId: row.customerId, notices, now });
      }),
    tally: (customerId, from, to) => readTally(query, customerId, { from, to }),
    keepAuditCheck: async ({ intact, brokenAt }, at) => {
      const text = `INSERT INTO audit_check (at, broken_at) VALUES ($1, $2)
        ON CONFLICT (single) DO UPDATE SET at = $1, broken_at = $2`;
      await query({ text, values: [at, intact ? null : (brokenAt ?? 'unknown')] });
    },
  };
}

type SettingsPart = Pick<AlertStore, 'alertSettings' | 'allAlertSettings' | 'keepAlertSettings' | 'operatorAddresses'>;

function settingsPart({ query, transaction }: Database, vault: Vault): SettingsPart {
  const toSettings = async (customerId: string, sealed: Buffer): Promise<AlertSettings> => {
    const key = await vault.keyOf(customerId);
    return JSON.parse(key.open(sealed, placeOf(customerId)).toString('utf8')) as AlertSettings;
  };
  return {
    async alertSettings(customerId) {
      const text = 'SELECT settings_sealed FROM alert_settings WHERE customer_id = $1';
      const [row] = await query<{ settings_sealed: Buffer }>({ name: 'alert-settings', text, values: [customerId] });
      return row === undefined ? defaultSettings : toSettings(customerId, row.settings_sealed);
    },
    async allAlertSettings() {
      const own = new Map<string, AlertSettings>();
      let page: readonly { id: string; sealed: Buffer }[];
      let last = '';
      do {
        page = await query<{ id: string; sealed: Buffer }>({ ...SETTINGS_PAGE, values: [last, OPENED_AT_ONCE] });
        for (const { id, sealed } of page) own.set(id, await toSettings(id, sealed));
        last = page.at(-1)?.id ?? '';
      } while (page.length === OPENED_AT_ONCE);
      return (customerId) => own.get(customerId) ?? defaultSettings;
    },
    keepAlertSettings: (customerId, settings, by) =>
      transaction(async (inside) => {
        const key = await vault.ensureKey(customerId, inside);
        const sealed = key.seal(JSON.stringify(settings), placeOf(customerId));
        await inside({ text: KEEP_SETTINGS, values: [customerId, sealed, by.at] });
        const { recipients, webhook, operators, thresholds, digest } = settings;
        const detail = { recipients: recipients.length, webhook: webhook !== null, operators, thresholds, digest };
        const action = 'alert-settings.changed' as const;
        await inside(auditStatement({ ...by, action, customerId, subject: customerId, detail }));
      }),
    async operatorAddresses() {
      const text = 'SELECT email FROM people WHERE operator AND NOT disabled ORDER BY email LIMIT 100';
      return (await query<{ email: string }>({ text })).map(({ email }) => email);
    },
  };
}

type NoticePart = Pick<
  AlertStore,
  'keepNotices' | 'digestDays' | 'keepDigest' | 'purgeNotices' | 'claimNotices' | 'endAttempt'
>;

function noticePart({ query, transaction }: Database): NoticePart {
  return {
    keepNotices: (customerId, notices, now) =>
      transaction((inside) => insertNotices(inside, { customerId, notices, now })),
    async digestDays() {
      const rows = await query<{ id: string; day: string }>({
        text: 'SELECT customer_id AS id, day::text FROM digests',
      });
      return new Map(rows.map(({ id, day }) => [id, day]));
    },
    keepDigest: ({ customerId, day, notices }, now) =>
      transaction(async (inside) => {
        const mine = await inside({ text: KEEP_DAY, values: [customerId ?? '', day] });
        if (mine.length > 0) await insertNotices(inside, { customerId, notices, now });
      }),
    purgeNotices: async (before) => {
      await query({ text: 'DELETE FROM notices WHERE made_at < $1', values: [before] });
    },
    async claimNotices(limit, leaseMs) {
      const rows = await query<NoticeRow>({ text: CLAIM, values: [limit, leaseMs] });
      return rows.map(({ id, customerId, channel, recipient, message, attempts, made_at }) => ({
        ...{ id, customerId, message, attempt: attempts, madeAt: made_at },
        target: channel === 'email' ? { channel, to: recipient ?? '' } : { channel },
      }));
    },
    async endAttempt(id, attempt, outcome) {
      const code = outcome.state === 'sent' ? null : outcome.code;
      const againInMs = outcome.state === 'pending' ? outcome.againInMs : 0;
      await query({ text: END, values: [id, attempt, outcome.state, code, againInMs] });
    },
  };
}

function placeOf(customerId: string) {
  return { customerId, table: 'alert_settings', column: 'settings_sealed', row: customerId };
}
