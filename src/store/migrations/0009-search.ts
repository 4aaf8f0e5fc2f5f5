/** Where a hire's record came from, and by which words of a name it is found (docs/decisions/0014). */
export const search = `
ALTER TABLE hires ADD COLUMN trace_sealed bytea;
-- What went out for an attempt: method, host, path, status, milliseconds.
ALTER TABLE attempts ADD COLUMN calls jsonb NOT NULL DEFAULT '[]';

-- Ordered as the lists are, so that a page of a frequent name costs as little as one of a rare name.
CREATE TABLE hire_names (
  token bytea NOT NULL,
  hire_id uuid NOT NULL,
  PRIMARY KEY (token, hire_id)
);
CREATE INDEX hire_names_of_hire ON hire_names (hire_id);

-- Sign-ins that were tried, by account and by address; the key is a hash of either.
CREATE TABLE sign_in_tries (
  key text PRIMARY KEY,
  tries integer NOT NULL,
  ends_at timestamptz NOT NULL
);

-- What the lists may be narrowed to and is rare among a million; what is frequent is soon found without an index.
CREATE INDEX hires_unfinished ON hires (state, id) WHERE state <> 'delivered';
CREATE INDEX hires_of_job ON hires (job_id, id);
CREATE INDEX events_gone_wrong ON events (outcome, id) WHERE outcome IN ('refused', 'failed');
CREATE INDEX events_of_workflow ON events (workflow_id, id);
CREATE INDEX cases_of_state ON cases (state, id);
CREATE INDEX audit_of_platform ON audit (customer_id, id);
`;
