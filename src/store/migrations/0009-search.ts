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
`;
