/** What iCIMS search showed in a trigger status, to be held against the events that came. */
export const reconciliation = `
CREATE TABLE reconciliations (
  customer_id text PRIMARY KEY,
  since timestamptz NOT NULL,
  -- Null between rounds.
  began_at timestamptz,
  after_id bigint,
  ended_at timestamptz,
  failure text
);
-- Each workflow once. fired: there was a hire of it when it was seen.
CREATE TABLE reconciled_workflows (
  customer_id text NOT NULL,
  workflow_id text NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  fired boolean NOT NULL,
  PRIMARY KEY (customer_id, workflow_id)
);
CREATE INDEX reconciled_unfired ON reconciled_workflows (customer_id, workflow_id) WHERE NOT fired;
CREATE INDEX reconciled_seen ON reconciled_workflows (first_seen_at);

-- Who had it made by reconciliation; null for what iCIMS sent.
ALTER TABLE events ADD COLUMN made_by text;
CREATE INDEX events_unserved ON events (customer_id, workflow_id, id) WHERE outcome IN ('refused', 'failed');
`;
