/** The board of a platform's cases, and which documents of a case came. What is still to come and was never marked has no row. */
export const caseBoard = `
CREATE INDEX cases_of_platform_state ON cases (customer_id, state, id);

CREATE TABLE case_documents (
  case_id uuid NOT NULL,
  document text NOT NULL,
  state text NOT NULL CHECK (state IN ('to-come', 'received', 'not-needed')),
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  PRIMARY KEY (case_id, document)
);

-- Whose doing it was; null for what the connector did by itself.
ALTER TABLE case_history ADD COLUMN actor text;
`;
