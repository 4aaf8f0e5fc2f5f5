/** Statements of the purge. $1 platform, $2 the id to go on after, $3 what is older goes, $4 how many rows to look at. */

/** A skip through two indexes: as many steps as there are platforms. */
export const PLATFORMS_WITH_DATA = {
  name: 'platforms-with-data',
  text: `
    WITH RECURSIVE of_events (customer_id) AS (
      (SELECT customer_id FROM events ORDER BY customer_id LIMIT 1)
      UNION ALL
      SELECT (SELECT customer_id FROM events WHERE customer_id > of_events.customer_id ORDER BY customer_id LIMIT 1)
      FROM of_events WHERE customer_id IS NOT NULL
    ), of_hires (customer_id) AS (
      (SELECT customer_id FROM hires ORDER BY customer_id LIMIT 1)
      UNION ALL
      SELECT (SELECT customer_id FROM hires WHERE customer_id > of_hires.customer_id ORDER BY customer_id LIMIT 1)
      FROM of_hires WHERE customer_id IS NOT NULL
    )
    SELECT customer_id FROM of_events WHERE customer_id IS NOT NULL
    UNION SELECT customer_id FROM of_hires WHERE customer_id IS NOT NULL ORDER BY customer_id`,
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
