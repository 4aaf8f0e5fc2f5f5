/**
 * The first schema. Times are database times where another process compares them (leases), ours where we say when
 * something happened. `sealed` columns hold AES-256-GCM under the platform's data key (runtime/seal.ts).
 */
export const initial = `
CREATE TABLE platforms (
  customer_id text PRIMARY KEY,
  version integer NOT NULL,
  document_sealed bytea NOT NULL,
  updated_at timestamptz NOT NULL
);

-- One row per platform and key version. Deleting the rows makes everything sealed for the platform unreadable.
CREATE TABLE data_keys (
  customer_id text NOT NULL,
  version integer NOT NULL,
  wrapped bytea NOT NULL,
  -- Names the master key without revealing it, so that a process with another one notices.
  master_key_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (customer_id, version)
);

CREATE TABLE platform_attention (
  customer_id text NOT NULL,
  code text NOT NULL,
  sentence text NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (customer_id, code)
);

-- Every notification, whatever became of it. Only an accepted one keeps its body, sealed.
CREATE TABLE events (
  id uuid PRIMARY KEY,
  customer_id text NOT NULL,
  event_type text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('accepted', 'ignored', 'refused', 'failed')),
  code text,
  reason text,
  workflow_id text,
  job_id text,
  old_status text,
  new_status text,
  hire_id uuid,
  body_sealed bytea,
  received_at timestamptz NOT NULL
);
CREATE INDEX events_of_platform ON events (customer_id, id);

CREATE TABLE hires (
  id uuid PRIMARY KEY,
  customer_id text NOT NULL,
  workflow_type text NOT NULL,
  workflow_id text NOT NULL,
  person_id text NOT NULL,
  job_id text,
  package_id text NOT NULL,
  package_label text NOT NULL,
  visa_category text NOT NULL,
  platform_version integer NOT NULL,
  event_id uuid NOT NULL,
  -- Same notification within a minute: a double click or a redelivery (docs/decisions).
  event_fingerprint bytea NOT NULL,
  fields_sealed bytea NOT NULL,
  completeness jsonb NOT NULL,
  state text NOT NULL DEFAULT 'accepted' CHECK (state IN ('accepted', 'opened', 'delivered', 'parked', 'withdrawn')),
  reason_code text,
  reason_sentence text,
  accepted_at timestamptz NOT NULL,
  opened_at timestamptz,
  delivered_at timestamptz,
  -- Set when the hire is withdrawn or its case ended; from then on the same order may come again.
  closed_at timestamptz,
  case_id text,
  case_url text,
  -- Which case system opened it: the platform may change to another one later.
  case_system text,
  -- What the case system and iCIMS shall be told, and what they were told.
  withdraw_requested boolean NOT NULL DEFAULT false,
  case_withdrawn boolean NOT NULL DEFAULT false,
  fields_revision integer NOT NULL DEFAULT 1,
  fields_changed_at timestamptz,
  case_revision integer NOT NULL DEFAULT 0,
  wanted_status text NOT NULL DEFAULT 'opened' CHECK (wanted_status IN ('opened', 'completed', 'failed')),
  written_status text CHECK (written_status IN ('sent', 'opened', 'completed', 'failed')),
  write_back_entry text
);
-- The newest withdrawal of each workflow, by database time: a screening that began before it must not accept after it.
CREATE TABLE withdrawals (
  customer_id text NOT NULL,
  workflow_id text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, workflow_id)
);
CREATE FUNCTION lock_workflow_key(customer_id text, workflow_id text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended(customer_id || ' ' || workflow_id, 0)
$$;
-- Volatile, so that it looks with a snapshot of its own, taken once the lock is held.
CREATE FUNCTION may_accept(customer text, workflow text, screened_since timestamptz) RETURNS boolean VOLATILE LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(lock_workflow_key(customer, workflow));
  RETURN NOT EXISTS (SELECT FROM withdrawals w WHERE w.customer_id = customer AND w.workflow_id = workflow AND w.at >= screened_since);
END $$;

CREATE UNIQUE INDEX one_open_hire ON hires (customer_id, workflow_id, package_id) WHERE closed_at IS NULL;
CREATE INDEX hires_of_platform ON hires (customer_id, id);
CREATE INDEX hires_of_workflow ON hires (workflow_id);
CREATE INDEX hires_parked ON hires (reason_code, id) WHERE state = 'parked';

-- The row is the queue entry. run_at is also the lease: a claim moves it into the future, and lease_owner fences off
-- whoever held it before. revision grows with every new wish, so that finishing an old one cannot swallow a new one.
CREATE TABLE deliveries (
  hire_id uuid PRIMARY KEY,
  customer_id text NOT NULL,
  run_at timestamptz NOT NULL DEFAULT now(),
  lease_owner uuid,
  attempt integer NOT NULL DEFAULT 0,
  claims integer NOT NULL DEFAULT 0,
  revision integer NOT NULL DEFAULT 1,
  first_failed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);
CREATE INDEX deliveries_due ON deliveries (customer_id, run_at);

CREATE TABLE attempts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hire_id uuid NOT NULL,
  at timestamptz NOT NULL,
  step text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'skipped', 'failed')),
  code text,
  sentence text,
  milliseconds integer NOT NULL
);
CREATE INDEX attempts_of_hire ON attempts (hire_id, id);

CREATE SEQUENCE case_numbers;
CREATE TABLE cases (
  id uuid PRIMARY KEY,
  number bigint NOT NULL UNIQUE,
  customer_id text NOT NULL,
  hire_id uuid NOT NULL UNIQUE,
  visa_category text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'in-progress', 'completed', 'failed', 'withdrawn')),
  fields_sealed bytea NOT NULL,
  opened_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX cases_of_platform ON cases (customer_id, id);

CREATE TABLE case_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id uuid NOT NULL,
  at timestamptz NOT NULL,
  what text NOT NULL,
  state text NOT NULL,
  fields jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX case_history_of_case ON case_history (case_id, id);

-- Append-only. The chain is kept beside the entries, so that writing an entry never waits for the one before it.
CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  customer_id text,
  subject text,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE TABLE audit_seals (
  position bigint PRIMARY KEY,
  audit_id bigint NOT NULL UNIQUE,
  hash bytea NOT NULL
);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed';
END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seals_are_append_only BEFORE UPDATE OR DELETE ON audit_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;
