import { type CredentialUseStore } from '../platforms/credential-uses.ts';
import { type Database } from './database.ts';

const KEEP_USES = {
  name: 'keep-credential-uses',
  text: `
    UPDATE secret_ages SET last_used_at = greatest(last_used_at, used.at)
    FROM unnest($1::text[], $2::integer[], $3::text[], $4::timestamptz[]) AS used (customer_id, version, secret, at)
      JOIN platforms ON platforms.customer_id = used.customer_id AND platforms.version = used.version
    WHERE secret_ages.customer_id = used.customer_id AND secret_ages.secret = used.secret`,
};

/** Which credentials of iCIMS let events in, on PostgreSQL: beside the age of each secret, so that it moves with it. */
export function createCredentialUseStore({ query }: Database): CredentialUseStore {
  return {
    async keepUses(uses) {
      const columns = (['customerId', 'version', 'secret', 'at'] as const).map((key) => uses.map((use) => use[key]));
      await query({ ...KEEP_USES, values: columns });
    },
    async lastUses(customerId) {
      const rows = await query<{ secret: string; at: Date }>({
        text: `SELECT secret, last_used_at AS at FROM secret_ages WHERE customer_id = $1 AND last_used_at IS NOT NULL`,
        values: [customerId],
      });
      return new Map(rows.map(({ secret, at }) => [secret, at]));
    },
  };
}
