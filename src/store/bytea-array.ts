/** The OID of the type bytea (PostgreSQL, pg_type.dat). */
const BYTEA = 17;
/** Dimensions, a flag for nulls, element type, length, lower bound. */
const HEAD_BYTES = 20;
const LENGTH_BYTES = 4;

/**
 * Values as one parameter for `bytea[]`, in PostgreSQL's binary format (`array_recv` in its arrayfuncs.c). The client would
 * spell them as escaped text: twice the size, copied some times over, and all of it garbage that no young generation holds.
 */
export function byteaArray(values: readonly Buffer[]): Buffer {
  const size = values.reduce((sum, { length }) => sum + LENGTH_BYTES + length, HEAD_BYTES);
  const array = Buffer.allocUnsafe(size);
  let at = 0;
  for (const word of [1, 0, BYTEA, values.length, 1]) at = array.writeInt32BE(word, at);
  for (const value of values) {
    at = array.writeInt32BE(value.length, at);
    at += value.copy(array, at);
  }
  return array;
}
