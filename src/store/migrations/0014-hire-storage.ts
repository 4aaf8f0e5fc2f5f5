/**
 * A hire is written anew by every step of its delivery. What is sealed does not change then and is random to any
 * compression, so it is kept beside the row, and each page keeps room for the row's next versions: an update that changes
 * no index then stays in its page (HOT). Rows from before stay as they are.
 */
export const hireStorage = `
ALTER TABLE hires ALTER COLUMN fields_sealed SET STORAGE EXTERNAL;
ALTER TABLE hires ALTER COLUMN trace_sealed SET STORAGE EXTERNAL;
ALTER TABLE hires SET (toast_tuple_target = 256, fillfactor = 70);
ALTER TABLE events ALTER COLUMN body_sealed SET STORAGE EXTERNAL;
`;
