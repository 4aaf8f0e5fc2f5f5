/** What belongs to enabling a platform, beside its document. */
export const setup = `
CREATE TABLE policy_acceptances (
  customer_id text NOT NULL,
  version text NOT NULL,
  accepted_by text NOT NULL,
  accepted_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, version)
);
`;
