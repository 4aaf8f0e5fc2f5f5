/** Statements of the purge. $1 platform, $2 the id to go on after, $3 what is older goes, $4 how many rows to look at. */

const KEEPING = ['events', 'hires', 'withdrawals'] as const;

/** A skip through an index: as many steps as there are platforms. */
const skipThrough = (table: (typeof KEEPING)[number]): string => `of_${table} (customer_id) AS (
      (SELECT customer_id FROM ${table} ORDER BY customer_id LIMIT 1)
      UNION ALL
      SELECT (SELECT customer_id FROM ${table} WHERE customer_id > of_${table}.customer_id ORDER BY customer_id LIMIT 1)
      FROM of_${table} WHERE customer_id IS NOT NULL
    )`;

export const PLATFORMS_WITH_DATA = {
  name: 'platforms-with-data',
  text: `
    WITH RECURSIVE ${KEEPING.map(skipThrough).join(', ')}
    ${KEEPING.map((table) => `SELECT customer_id FROM of_${table} WHERE customer_id IS NOT NULL`).join(' UNION ')}
    ORDER BY customer_id`,
};

/** `time` is the column that ascends with the id: when it is too young, so is all that follows. */
const lookedAt = (table: string, time: string): string => `
  page AS (
    SELECT id, ${time} AS time FROM ${table} WHERE customer_id = $1 AND id > $2 ORDER BY id LIMIT $4
  )`;

const ANSWER = `
  SELECT (SELECT count(*)::integer FROM page) AS size, (SELECT id FROM page ORDER BY id DESC LIMIT 1) AS last,
    (SELECT max(time) FROM page) AS newest, (SELECT array_agg(id) FROM due) AS ids`;

/** A hire that is not finished has no closing day, or something left to deliver: it is never among them. */
export const HIRES_OF_AGE = {
  name: 'hires-of-age',
  text: `WITH ${lookedAt('hires', 'accepted_at')}, due AS (
    SELECT hires.id FROM page JOIN hires ON hires.id = page.id
    WHERE hires.closed_at < $3 AND NOT EXISTS (SELECT FROM deliveries WHERE hire_id = hires.id)
    FOR UPDATE OF hires SKIP LOCKED
  ) ${ANSWER}`,
};

/** The case is open somewhere else, which was told all there is to tell, long ago. */
export const FIELDS_OF_AGE = {
  name: 'fields-of-age',
  text: `WITH ${lookedAt('hires', 'accepted_at')}, due AS (
    SELECT hires.id FROM page JOIN hires ON hires.id = page.id
    WHERE hires.closed_at IS NULL AND hires.state = 'delivered' AND hires.fields_forgotten_at IS NULL
      AND greatest(hires.delivered_at, hires.fields_changed_at) < $3
      AND NOT EXISTS (SELECT FROM deliveries WHERE hire_id = hires.id)
      AND NOT EXISTS (SELECT FROM cases WHERE cases.hire_id = hires.id)
      AND EXISTS (SELECT FROM data_keys WHERE data_keys.customer_id = hires.customer_id)
    FOR UPDATE OF hires SKIP LOCKED
  ) ${ANSWER}`,
};

/** The notification that ordered the hire holds as little as the fields then. */
export const FORGET_FIELDS = {
  name: 'forget-fields',
  text: `
    WITH empty AS (SELECT * FROM unnest($1::uuid[], $2::bytea[]) AS empty (id, fields_sealed)), forgotten AS (
      UPDATE hires SET fields_sealed = empty.fields_sealed, trace_sealed = NULL, fields_forgotten_at = $3
      FROM empty WHERE hires.id = empty.id RETURNING hires.event_id
    ), unnamed AS (
      DELETE FROM hire_names WHERE hire_id = ANY ($1)
    )
    UPDATE events SET body_sealed = NULL FROM forgotten WHERE events.id = forgotten.event_id`,
};

export const EVENTS_OF_AGE = {
  name: 'events-of-age',
  text: `WITH ${lookedAt('events', 'received_at')}, due AS (
    SELECT events.id FROM page JOIN events ON events.id = page.id
    WHERE events.received_at < $3 AND NOT EXISTS (SELECT FROM hires WHERE hires.id = events.hire_id)
    FOR UPDATE OF events SKIP LOCKED
  ) ${ANSWER}`,
};

/** Their ids say nothing of their age, so every row is looked at. */
export const WITHDRAWALS_OF_AGE = {
  name: 'withdrawals-of-age',
  text: `WITH page AS (
    SELECT workflow_id AS id, NULL::timestamptz AS time FROM withdrawals
    WHERE customer_id = $1 AND workflow_id > $2 ORDER BY workflow_id LIMIT $4
  ), due AS (
    SELECT workflow_id AS id FROM page JOIN withdrawals ON customer_id = $1 AND workflow_id = page.id
    WHERE at < $3 FOR UPDATE OF withdrawals SKIP LOCKED
  ) ${ANSWER}`,
};
