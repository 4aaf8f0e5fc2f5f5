import { type Attention, type PlatformStore } from '../platforms/platform-store.ts';
import { type Query } from './database.ts';

type AttentionRows = Pick<PlatformStore, 'raiseAttention' | 'clearAttention' | 'attentionOf' | 'allAttention'>;
type Raised = Attention & { customerId: string };

const RAISE = `INSERT INTO platform_attention (customer_id, code, sentence) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;
const CLEAR = `DELETE FROM platform_attention WHERE customer_id = $1 AND code = ANY ($2)`;
const RAISED = `SELECT customer_id AS "customerId", code, sentence, since FROM platform_attention`;
const READ_ALL = { name: 'read-all-attention', text: `${RAISED} ORDER BY since` };
const READ = { name: 'read-attention', text: `${RAISED} WHERE customer_id = ANY ($1) ORDER BY since` };

/** What needs attention on which platform: a row per platform and code. */
export function createAttentionRows(query: Query): AttentionRows {
  return {
    async raiseAttention(customerId, { code, sentence }) {
      await query({ text: RAISE, values: [customerId, code, sentence] });
    },
    async clearAttention(customerId, codes) {
      await query({ text: CLEAR, values: [customerId, codes] });
    },
    attentionOf: (customerIds) => query<Raised>({ ...READ, values: [customerIds] }),
    allAttention: () => query<Raised>(READ_ALL),
  };
}
