/** Every version of the platform documents, sealed like the document itself. */
export const platformVersions = `
CREATE TABLE platform_versions (
  customer_id text NOT NULL,
  version integer NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  document_sealed bytea NOT NULL,
  PRIMARY KEY (customer_id, version)
);
`;
