import { type AccountStore } from '../accounts/account-store.ts';
import { API_KEYS, type ApiKeyRow } from './account-rows.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database } from './database.ts';

type ApiKeyRows = Pick<AccountStore, 'keepApiKey' | 'listApiKeys' | 'findApiKey' | 'revokeApiKey'>;

/** API keys by their hash; making and revoking one is audited in the same transaction. */
export function createApiKeyRows({ query, transaction }: Pick<Database, 'query' | 'transaction'>): ApiKeyRows {
  return {
    keepApiKey: (key, by) =>
      transaction(async (inside) => {
        const { id, hash, name, customerId, scopes, createdBy, createdAt } = key;
        await inside({
          text: `INSERT INTO api_keys (id, hash, name, customer_id, scopes, created_by, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          values: [id, hash, name, customerId, JSON.stringify(scopes), createdBy, createdAt],
        });
        await inside(auditStatement({ ...by, action: 'api-key.created', customerId, subject: id, detail: { scopes } }));
      }),
    listApiKeys: () => query<ApiKeyRow>({ text: `${API_KEYS} ORDER BY id DESC LIMIT 1000` }),
    async findApiKey(hash) {
      const [row] = await query<ApiKeyRow>({ text: `${API_KEYS} WHERE hash = $1`, values: [hash] });
      if (row !== undefined) await query({ text: TOUCH, values: [row.id] });
      return row;
    },
    revokeApiKey: (id, by) =>
      transaction(async (inside) => {
        const text = 'DELETE FROM api_keys WHERE id = $1 RETURNING customer_id';
        const [row] = await inside<{ customer_id: string | null }>({ text, values: [id] });
        if (row === undefined) return false;
        const customerId = row.customer_id;
        await inside(auditStatement({ ...by, action: 'api-key.revoked', customerId, subject: id, detail: {} }));
        return true;
      }),
  };
}

const TOUCH = `UPDATE api_keys SET last_used_at = now()
  WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`;
