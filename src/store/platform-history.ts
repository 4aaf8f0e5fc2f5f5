import { type PlatformHistory, type PlatformVersion } from '../platforms/platform-history.ts';
import { type PlatformDocument } from '../platforms/platform.ts';
import { type Database, type Query, type Statement } from './database.ts';
import { type Vault } from './vault.ts';

/** Keeps a version in the transaction that makes it; `seal` closes it under the platform's data key, bound to its place. */
export function versionStatement(
  { customerId, version, at, actor, action }: PlatformVersion & { readonly customerId: string },
  sealed: Buffer,
): Statement {
  return {
    text: `INSERT INTO platform_versions (customer_id, version, at, actor, action, document_sealed)
      VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [customerId, version, at, actor, action, sealed],
  };
}

/** Binds a sealed version to its row. */
export function versionPlace(customerId: string, version: number) {
  return { customerId, table: 'platform_versions', column: 'document_sealed', row: `${customerId} ${version}` };
}

/** Who made the newest version, and when; undefined for one that was made before versions were kept. */
export async function lastVersion(query: Query, customerId: string): Promise<PlatformVersion | undefined> {
  const text = `${SELECT} ORDER BY version DESC LIMIT 1`;
  return (await query<PlatformVersion>({ text, values: [customerId] }))[0];
}

const SELECT = 'SELECT version, at, actor, action FROM platform_versions WHERE customer_id = $1';

export function createPlatformHistory({ query }: Database, vault: Vault): PlatformHistory {
  return {
    listVersions: (customerId, { before, limit }) =>
      query<PlatformVersion>({
        text: `${SELECT} AND ($2::integer IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
        values: [customerId, before ?? null, limit],
      }),
    async getVersion(customerId, version) {
      const [row] = await query<{ document_sealed: Buffer }>({
        text: 'SELECT document_sealed FROM platform_versions WHERE customer_id = $1 AND version = $2',
        values: [customerId, version],
      });
      if (row === undefined) return undefined;
      const key = await vault.keyOf(customerId);
      const opened = key.open(row.document_sealed, versionPlace(customerId, version)).toString('utf8');
      return { ...(JSON.parse(opened) as PlatformDocument), version };
    },
  };
}
