/** When a hire was parked, and runs that put many back to work at a pace. All times but `made_at` and `ended_at` are database times. */
export const retryRuns = `
ALTER TABLE hires ADD COLUMN parked_at timestamptz;
UPDATE hires SET parked_at = coalesce((SELECT max(at) FROM attempts WHERE hire_id = hires.id), accepted_at)
  WHERE state = 'parked';
-- What a process of the version before parks has no time of its own.
CREATE INDEX hires_parked_since ON hires (customer_id, coalesce(parked_at, accepted_at), id) WHERE state = 'parked';

CREATE TABLE retry_runs (
  id uuid PRIMARY KEY,
  customer_id text NOT NULL,
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'finished', 'cancelled')),
  -- Null stands for every cause.
  codes text[],
  parked_from timestamptz,
  parked_to timestamptz,
  per_minute integer NOT NULL CHECK (per_minute > 0),
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by text,
  chosen integer NOT NULL DEFAULT 0,
  released integer NOT NULL DEFAULT 0,
  skipped integer NOT NULL DEFAULT 0,
  delivered integer NOT NULL DEFAULT 0,
  parked_again integer NOT NULL DEFAULT 0,
  withdrawn integer NOT NULL DEFAULT 0,
  -- When the next hire is due. Changed in the transaction that releases, under the lock of the row.
  next_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX one_retry_run ON retry_runs (customer_id) WHERE state = 'running';
CREATE INDEX retry_runs_of_platform ON retry_runs (customer_id, id);
CREATE INDEX retry_runs_under_way ON retry_runs (id)
  WHERE state = 'running' OR released > delivered + parked_again + withdrawn;

-- What a run has still to release, and what it released and waits to hear of. A row goes when its hire needs it no more.
CREATE TABLE retry_run_hires (
  run_id uuid NOT NULL,
  position integer NOT NULL,
  hire_id uuid NOT NULL,
  released boolean NOT NULL DEFAULT false,
  PRIMARY KEY (run_id, position)
);
CREATE INDEX retry_run_waiting ON retry_run_hires (run_id, position) WHERE NOT released;
CREATE INDEX retry_run_released ON retry_run_hires (run_id, position) WHERE released;
`;
