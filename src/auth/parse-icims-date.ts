const ISO_DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d{0,6})?(Z|[+-]\d\d:?\d\d)$/;

/**
 * The moment an `x-icims-date` names: ISO 8601 with its offset as `+0000` (iCIMS' published event sample), `+00:00` or
 * `Z` (public clients). Undefined for anything else; a time without an offset is no moment.
 */
export function parseIcimsDate(text: string): Date | undefined {
  const [, time, fraction = '0', offset] = ISO_DATE_TIME.exec(text) ?? [];
  if (time === undefined || offset === undefined) return undefined;
  const colonOffset = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  const date = new Date(`${time}.${fraction}${colonOffset}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
