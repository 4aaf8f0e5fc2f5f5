import * as z from 'zod';

const SHORTEST = 30;
/** The database itself refuses to remove younger audit entries (store/migrations). */
const SHORTEST_AUDIT = 365;
const LONGEST = 3_653;
const THIRTEEN_MONTHS = 396;

const days = (shortest: number) => z.int().min(shortest).max(LONGEST).optional();

/** How many days a platform's data are kept. What is left out is kept 13 months. */
export const RetentionDays = z.strictObject({
  /** Events, from the day they came. Those of a hire stay as long as the hire. */
  events: days(SHORTEST),
  /** Hires with all that belongs to them, from the day they were closed. */
  hires: days(SHORTEST),
  /** The fields of a hire whose case is open in another case system, from the day that they were last told there. */
  deliveredFields: days(SHORTEST),
  audit: days(SHORTEST_AUDIT),
});
export type RetentionDays = Required<{ [Kind in keyof z.infer<typeof RetentionDays>]: number }>;

/** The days that hold for a platform; for one that is no longer served, the default ones. */
export function retentionDaysOf(platform?: {
  readonly retentionDays?: z.infer<typeof RetentionDays> | undefined;
}): RetentionDays {
  const { events, hires, deliveredFields, audit } = platform?.retentionDays ?? {};
  return {
    events: events ?? THIRTEEN_MONTHS,
    hires: hires ?? THIRTEEN_MONTHS,
    deliveredFields: deliveredFields ?? THIRTEEN_MONTHS,
    audit: audit ?? THIRTEEN_MONTHS,
  };
}
