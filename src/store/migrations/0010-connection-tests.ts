/** The last connection test of each platform: names of fields and sentences, nothing of any person. */
export const connectionTests = `
CREATE TABLE connection_tests (
  customer_id text PRIMARY KEY,
  tested_at timestamptz NOT NULL,
  tested_by text NOT NULL,
  version integer NOT NULL,
  ok boolean NOT NULL,
  result jsonb NOT NULL
);
`;
