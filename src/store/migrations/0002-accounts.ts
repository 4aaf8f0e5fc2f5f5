/** People who sign in to the console. Of passwords, links, sessions, codes and keys only hashes are kept. */
export const accounts = `
CREATE TABLE people (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  operator boolean NOT NULL,
  password_hash text NOT NULL,
  totp_sealed bytea NOT NULL,
  -- The newest time step whose code was taken, so that none is taken twice.
  totp_step bigint NOT NULL DEFAULT 0,
  disabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);

CREATE TABLE platform_roles (
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  customer_id text NOT NULL,
  role text NOT NULL CHECK (role IN ('admin', 'hr', 'mobility', 'legal', 'finance', 'auditor')),
  PRIMARY KEY (person_id, customer_id, role)
);

CREATE TABLE invitations (
  token_hash bytea PRIMARY KEY,
  -- Null for the first operator's.
  email text,
  operator boolean NOT NULL,
  roles jsonb NOT NULL,
  totp_sealed bytea NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE TABLE recovery_codes (
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  PRIMARY KEY (person_id, code_hash)
);

CREATE TABLE sessions (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  started_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL
);
CREATE INDEX sessions_of_person ON sessions (person_id);

CREATE TABLE api_keys (
  id uuid PRIMARY KEY,
  hash bytea NOT NULL UNIQUE,
  name text NOT NULL,
  customer_id text,
  scopes jsonb NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
`;
