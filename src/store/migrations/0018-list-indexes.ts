/** An event of a type that is not the usual one is soon found among millions; the usual one is not indexed, so intake pays nothing. */
export const listIndexes = `
CREATE INDEX events_of_other_types ON events (event_type, id) WHERE event_type <> 'WorkFlowStatusChangeEvent';
`;
