/** What is removed by age or on request. */
export const retention = `
-- The fields of a hire were forgotten while its case goes on elsewhere; the hire stays, so that no second order opens another.
ALTER TABLE hires ADD COLUMN fields_forgotten_at timestamptz;
CREATE INDEX hires_of_person ON hires (customer_id, person_id);

-- Where the audit chain begins now: the seal before the first that is left. One row, or none as long as nothing was cut off.
CREATE TABLE audit_anchor (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  position bigint NOT NULL,
  hash bytea NOT NULL
);
CREATE INDEX audit_purges ON audit (id) WHERE action = 'audit.purged';

-- Entries of the last year cannot be removed even by a purge; a seal only once its entry is gone.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('connector.purge', true) = 'on' THEN
    IF TG_TABLE_NAME = 'audit' AND (to_jsonb(OLD)->>'at')::timestamptz < now() - interval '365 days' THEN RETURN OLD; END IF;
    IF TG_TABLE_NAME = 'audit_seals' AND NOT EXISTS (SELECT FROM audit WHERE id = (to_jsonb(OLD)->>'audit_id')::bigint) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit entries are never changed';
END $$;

-- Requests to erase a person. While one is under way it knows whom, sealed; afterwards the mark alone is left, a keyed hash.
CREATE TABLE erasures (
  id uuid PRIMARY KEY,
  customer_id text NOT NULL,
  person_mark bytea NOT NULL,
  person_sealed bytea,
  requested_at timestamptz NOT NULL,
  requested_by text NOT NULL,
  done_at timestamptz,
  passes integer NOT NULL DEFAULT 0,
  hires integer NOT NULL DEFAULT 0,
  cases integer NOT NULL DEFAULT 0,
  events integer NOT NULL DEFAULT 0,
  -- Withdrawn hires whose withdrawal is still being told.
  waiting integer NOT NULL DEFAULT 0,
  cases_elsewhere jsonb NOT NULL DEFAULT '[]'
);
CREATE UNIQUE INDEX one_erasure_under_way ON erasures (customer_id, person_mark) WHERE done_at IS NULL;
CREATE INDEX erasures_of_person ON erasures (customer_id, person_mark, done_at);
`;
