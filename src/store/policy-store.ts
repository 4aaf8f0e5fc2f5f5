import { type PolicyAcceptance, type PolicyStore } from '../platforms/policy-store.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database } from './database.ts';

const SELECT = `SELECT customer_id AS "customerId", version, accepted_by AS "acceptedBy", accepted_at AS "acceptedAt"
  FROM policy_acceptances WHERE customer_id = $1`;
const INSERT = `INSERT INTO policy_acceptances (customer_id, version, accepted_by, accepted_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING version`;

/** Acceptances of the privacy policy: one per platform and version, the first. */
export function createPolicyStore({ query, transaction }: Database): PolicyStore {
  return {
    acceptPolicy: (acceptance, actor) =>
      transaction(async (inside) => {
        const { customerId, version, acceptedBy, acceptedAt } = acceptance;
        const kept = await inside({ text: INSERT, values: [customerId, version, acceptedBy, acceptedAt] });
        if (kept.length > 0) {
          const what = {
            action: 'policy.accepted',
            customerId,
            subject: customerId,
            detail: { version, acceptedBy },
          } as const;
          await inside(auditStatement({ at: acceptedAt, actor, ...what }));
        }
        const text = `${SELECT} AND version = $2`;
        const [first = acceptance] = await inside<PolicyAcceptance>({ text, values: [customerId, version] });
        return first;
      }),
    policyAcceptances: (customerId) =>
      query<PolicyAcceptance>({ text: `${SELECT} ORDER BY accepted_at DESC LIMIT 100`, values: [customerId] }),
  };
}
