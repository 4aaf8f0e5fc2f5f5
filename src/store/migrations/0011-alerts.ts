/** Alerts, who is told of them, and the notices that tell. An empty customer id stands for the whole service. */
export const alerts = `
CREATE TABLE alerts (
  id uuid PRIMARY KEY,
  customer_id text NOT NULL,
  cause text NOT NULL,
  sentence text NOT NULL,
  action text NOT NULL,
  path text NOT NULL,
  since timestamptz NOT NULL,
  raised_at timestamptz NOT NULL,
  -- When its cause was last there.
  seen_at timestamptz NOT NULL,
  resolved_at timestamptz,
  acknowledged_by text,
  acknowledged_at timestamptz
);
CREATE UNIQUE INDEX one_open_alert ON alerts (customer_id, cause) WHERE resolved_at IS NULL;
CREATE INDEX alerts_of_platform ON alerts (customer_id, id);

CREATE TABLE alert_settings (
  customer_id text PRIMARY KEY,
  settings_sealed bytea NOT NULL,
  updated_at timestamptz NOT NULL
);

-- run_at is also the lease; attempts fences off whoever held it before.
CREATE TABLE notices (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  key text NOT NULL UNIQUE,
  customer_id text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('email', 'webhook')),
  recipient text,
  message jsonb NOT NULL,
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  code text,
  run_at timestamptz NOT NULL DEFAULT now(),
  made_at timestamptz NOT NULL,
  sent_at timestamptz
);
CREATE INDEX notices_due ON notices (run_at) WHERE state = 'pending';
CREATE INDEX notices_of_platform ON notices (customer_id, made_at);

-- The newest day, in the zone of the settings, whose digest was kept.
CREATE TABLE digests (
  customer_id text PRIMARY KEY,
  day date NOT NULL
);

-- What the newest walk along the audit chain found.
CREATE TABLE audit_check (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  at timestamptz NOT NULL,
  broken_at text
);
`;
