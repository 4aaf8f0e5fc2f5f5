import { type NewAuditEntry } from '../audit/audit-entry.ts';
import { type PlatformVersion } from '../platforms/platform-history.ts';
import { type PlatformStore } from '../platforms/platform-store.ts';
import { type Platform, type PlatformDocument } from '../platforms/platform.ts';
import { Failure } from '../runtime/failure.ts';
import { createAttentionRows } from './attention-rows.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';
import { noteSecrets } from './secret-age-rows.ts';
import { lastVersion, versionPlace, versionStatement } from './platform-history.ts';
import { type Vault } from './vault.ts';

interface PlatformRow {
  readonly customer_id: string;
  readonly version: number;
  readonly document_sealed: Buffer;
  readonly updated_at: Date;
}

const COLUMNS = 'customer_id, version, document_sealed, updated_at';
/** Differs whenever any platform changed, came or went. */
const STAMP = {
  name: 'platforms-stamp',
  text: `SELECT count(*) || '/' || coalesce(sum(version), 0) || '/' || coalesce(max(updated_at)::text, '') AS stamp
    FROM platforms`,
};
/** At the start all have changed: thousands of sealed documents in one answer would swell the process for good. */
const OPENED_AT_ONCE = 250;
const NOTIFY = { text: `SELECT pg_notify('platforms', '')` };

export function createPlatformStore(database: Database, vault: Vault): PlatformStore {
  const { query } = database;
  return {
    ...createAttentionRows(query),
    changedPlatforms: (known) => changedPlatforms(query, known, vault),
    platformsStamp: async () => (await query<{ stamp: string }>(STAMP))[0]?.stamp ?? '',
    async listPlatforms({ after, limit, only }) {
      const text = `SELECT ${COLUMNS} FROM platforms WHERE customer_id > $1 AND ($3::text[] IS NULL OR customer_id = ANY ($3))
        ORDER BY customer_id LIMIT $2`;
      const rows = await query<PlatformRow>({ text, values: [after ?? '', limit, only ?? null] });
      return Promise.all(rows.map((row) => toListed(row, vault)));
    },
    async getPlatform(customerId) {
      const text = `SELECT ${COLUMNS} FROM platforms WHERE customer_id = $1`;
      const [row] = await query<PlatformRow>({ text, values: [customerId] });
      return row === undefined ? undefined : toPlatform(row, vault);
    },
    putPlatform: (change) => database.transaction((inside) => putPlatform(inside, change, vault)),
    async deletePlatform(entry) {
      const deleted = await database.transaction((inside) => deletePlatform(inside, entry));
      if (entry.customerId !== null) vault.forget(entry.customerId);
      return deleted;
    },
  };
}

/** As text: making a Date of each of thousands would cost more than all the rest of a look. */
const ITS_STAMP = `version || ' ' || extract(epoch FROM updated_at) AS stamp`;

interface Stamped {
  readonly customer_id: string;
  readonly stamp: string;
}

async function changedPlatforms(
  query: Query,
  known: ReadonlyMap<string, string>,
  vault: Vault,
): ReturnType<PlatformStore['changedPlatforms']> {
  const all = await query<Stamped>({ text: `SELECT customer_id, ${ITS_STAMP} FROM platforms` });
  const stamps = new Map(all.map(({ customer_id: id, stamp }) => [id, stamp]));
  const changed = [...stamps.keys()].filter((customerId) => known.get(customerId) !== stamps.get(customerId)).sort();
  const gone = [...known.keys()].filter((customerId) => !stamps.has(customerId));
  await vault.renew(changed, (customerId) => stamps.has(customerId));
  const opened = [];
  for (let at = 0; at < changed.length; at += OPENED_AT_ONCE)
    opened.push(...(await openPlatforms(query, changed.slice(at, at + OPENED_AT_ONCE), vault)));
  return { changed: opened, gone };
}

async function openPlatforms(query: Query, customerIds: readonly string[], vault: Vault) {
  const text = `SELECT ${COLUMNS}, ${ITS_STAMP} FROM platforms WHERE customer_id = ANY ($1) ORDER BY customer_id`;
  const rows = await query<PlatformRow & Stamped>({ text, values: [customerIds] });
  return Promise.all(rows.map(async (row) => ({ platform: await toPlatform(row, vault), stamp: row.stamp })));
}

async function toListed(row: PlatformRow, vault: Vault): Promise<{ platform: Platform; updatedAt: Date }> {
  return { platform: await toPlatform(row, vault), updatedAt: row.updated_at };
}

type Change = Parameters<PlatformStore['putPlatform']>[0];

async function putPlatform(
  query: Query,
  { customerId, change, expectedVersion }: Change,
  vault: Vault,
): Promise<Awaited<ReturnType<PlatformStore['putPlatform']>>> {
  await query({ text: 'SELECT pg_advisory_xact_lock(hashtext($1))', values: [`platform ${customerId}`] });
  const [row] = await query<PlatformRow>({
    text: `SELECT ${COLUMNS} FROM platforms WHERE customer_id = $1 FOR UPDATE`,
    values: [customerId],
  });
  if (expectedVersion !== undefined && expectedVersion !== row?.version) {
    throw changedMeanwhile(await lastVersion(query, customerId));
  }
  const before = row === undefined ? undefined : await toPlatform(row, vault);
  const { document, audit } = change(before);
  const key = await vault.ensureKey(customerId, query);
  const version = (row?.version ?? 0) + 1;
  const sealed = key.seal(JSON.stringify(document), placeOf(customerId));
  await query({
    text: `INSERT INTO platforms (${COLUMNS}) VALUES ($1, $2, $3, $4)
      ON CONFLICT (customer_id) DO UPDATE SET version = $2, document_sealed = $3, updated_at = $4`,
    values: [customerId, version, sealed, audit.at],
  });
  await noteSecrets(query, customerId, { before, after: document, at: audit.at });
  const { at, actor, action } = audit;
  const kept = key.seal(JSON.stringify(document), versionPlace(customerId, version));
  await query(versionStatement({ customerId, version, at, actor, action }, kept));
  await query(auditStatement({ ...audit, detail: { ...audit.detail, version } }));
  await query(NOTIFY);
  return { platform: { ...document, version }, created: row === undefined };
}

function changedMeanwhile(last: PlatformVersion | undefined): Failure {
  const who = last === undefined ? 'Somebody' : last.actor;
  const when = last === undefined ? 'meanwhile' : `at ${last.at.toISOString()}`;
  const sentence = `${who} changed this platform ${when}. Read the document again and repeat your change.`;
  return new Failure('invalid', 'CHANGED_MEANWHILE', sentence);
}

/** The data key goes first: from then on nothing that was sealed for the platform can be read. */
async function deletePlatform(query: Query, entry: NewAuditEntry): Promise<boolean> {
  const values = [entry.customerId];
  const rows = await query({ text: 'DELETE FROM platforms WHERE customer_id = $1 RETURNING customer_id', values });
  if (rows.length === 0) return false;
  await query({ text: 'DELETE FROM data_keys WHERE customer_id = $1', values });
  await query({ text: 'DELETE FROM platform_attention WHERE customer_id = $1', values });
  await query({ text: 'DELETE FROM reconciliations WHERE customer_id = $1', values });
  await query({ text: 'DELETE FROM reconciled_workflows WHERE customer_id = $1', values });
  await query({ text: 'DELETE FROM secret_ages WHERE customer_id = $1', values });
  await query({ text: 'DELETE FROM platform_versions WHERE customer_id = $1', values });
  await query({ text: 'DELETE FROM policy_acceptances WHERE customer_id = $1', values });
  await query({ text: 'DELETE FROM connection_tests WHERE customer_id = $1', values });
  await query({ text: 'DELETE FROM alert_settings WHERE customer_id = $1', values });
  await query({
    text: 'DELETE FROM retry_run_hires USING retry_runs WHERE retry_runs.id = run_id AND customer_id = $1',
    values,
  });
  await query({ text: 'DELETE FROM retry_runs WHERE customer_id = $1', values });
  await query({
    text: `UPDATE hires SET closed_at = now(),
      state = CASE WHEN state IN ('accepted', 'opened') THEN 'parked' ELSE state END,
      parked_at = CASE WHEN state IN ('accepted', 'opened') THEN now() ELSE parked_at END,
      reason_code = CASE WHEN state IN ('accepted', 'opened') THEN 'PLATFORM_DELETED' ELSE reason_code END,
      reason_sentence = CASE WHEN state IN ('accepted', 'opened') THEN 'The platform was deleted before this hire was delivered.' ELSE reason_sentence END
      WHERE customer_id = $1 AND closed_at IS NULL`,
    values,
  });
  await query({ text: 'DELETE FROM deliveries WHERE customer_id = $1', values });
  // Their marks were made with the data key, so nobody could tell any more whom they stand for.
  await query({ text: 'DELETE FROM erasures WHERE customer_id = $1', values });
  await query(auditStatement(entry));
  await query(NOTIFY);
  return true;
}

async function toPlatform(row: PlatformRow, vault: Vault): Promise<Platform> {
  const key = await vault.keyOf(row.customer_id);
  const document = JSON.parse(
    key.open(row.document_sealed, placeOf(row.customer_id)).toString('utf8'),
  ) as PlatformDocument;
  return { ...document, version: row.version };
}

function placeOf(customerId: string) {
  return { customerId, table: 'platforms', column: 'document_sealed', row: customerId };
}
