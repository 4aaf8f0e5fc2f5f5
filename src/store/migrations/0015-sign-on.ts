/** OpenID Connect providers of customers, whose login is whose account, and which session came by which provider. */
export const signOn = `
CREATE TABLE sign_on_connections (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  issuer text NOT NULL,
  client_id text NOT NULL,
  secret_sealed bytea NOT NULL,
  secret_replaced_at timestamptz NOT NULL,
  -- The platforms that its sessions reach.
  customer_ids text[] NOT NULL,
  -- The role of who comes without an account; null lets only invited people in.
  new_people text,
  password_sign_in boolean NOT NULL,
  enabled boolean NOT NULL,
  created_at timestamptz NOT NULL
);

-- One connection a domain: two providers that speak for one address would be two masters of one account.
CREATE TABLE sign_on_domains (
  domain text PRIMARY KEY CHECK (domain = lower(domain)),
  connection_id uuid NOT NULL REFERENCES sign_on_connections ON DELETE CASCADE
);
CREATE INDEX domains_of_sign_on ON sign_on_domains (connection_id);

CREATE TABLE sign_on_links (
  connection_id uuid NOT NULL REFERENCES sign_on_connections ON DELETE CASCADE,
  subject text NOT NULL,
  person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
  PRIMARY KEY (connection_id, subject),
  UNIQUE (person_id, connection_id)
);

-- Browsers that are at the provider; gone when they come back.
CREATE TABLE sign_ons_begun (
  token_hash bytea PRIMARY KEY,
  connection_id uuid NOT NULL REFERENCES sign_on_connections ON DELETE CASCADE,
  ends_at timestamptz NOT NULL
);
CREATE INDEX sign_ons_begun_by_end ON sign_ons_begun (ends_at);
CREATE INDEX sign_ons_begun_of_connection ON sign_ons_begun (connection_id);

-- Null: by password.
ALTER TABLE sessions ADD COLUMN sign_on_connection_id uuid REFERENCES sign_on_connections ON DELETE CASCADE;
CREATE INDEX sessions_of_sign_on ON sessions (sign_on_connection_id);
`;
