/** Work that comes round by itself, done by one replica at a time. All times are database times. */
export const chores = `
CREATE TABLE chores (
  name text PRIMARY KEY,
  due_at timestamptz NOT NULL DEFAULT now(),
  owner uuid,
  began_at timestamptz,
  -- Null while nobody does it. Once past, its owner is taken for dead.
  leased_until timestamptz,
  ended_at timestamptz
);
`;
