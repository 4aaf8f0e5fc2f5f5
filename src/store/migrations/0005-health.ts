/** Figures by the hour, so that those of a month are read from some thousand rows instead of every hire. */
export const health = `
-- customer_id is empty for all platforms together. Holds counts only, nothing of a person.
CREATE TABLE health_hours (
  customer_id text NOT NULL,
  hour timestamptz NOT NULL,
  measure text NOT NULL,
  kind text NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (customer_id, hour, measure, kind)
);
CREATE INDEX health_hours_of_hour ON health_hours (hour, measure) WHERE customer_id > '';
-- Everything before is counted; what came later is counted when somebody asks.
CREATE TABLE health_settled (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  until timestamptz NOT NULL
);
CREATE INDEX hires_delivered ON hires (delivered_at) WHERE delivered_at IS NOT NULL;

-- A quarter of an octave of milliseconds each (health/latency-buckets.ts).
CREATE FUNCTION latency_bucket(duration interval) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT floor(4 * log(2, greatest(extract(epoch FROM duration) * 1000, 1)))::integer
$$;

-- Since when each secret of a platform document has its value; the value itself stays in the sealed document.
CREATE TABLE secret_ages (
  customer_id text NOT NULL,
  secret text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (customer_id, secret)
);
`;
