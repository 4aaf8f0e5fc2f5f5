/** An entry of a collection field. */
export interface Entry extends Record<string, unknown> {
  readonly entry: number;
}

/** iCIMS tells two entries apart by their values; number and `primary` do not count, and an empty value is none. */
export function isSame(one: Entry, other: Entry): boolean {
  return comparable(one) === comparable(other);
}

function comparable(entry: Entry): string {
  const values = Object.entries(withoutEmpty(entry)).filter(([name]) => name !== 'entry' && name !== 'primary');
  return JSON.stringify(values.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** As it is kept: a value that was emptied is gone. */
export function withoutEmpty(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null)) as Entry;
}
