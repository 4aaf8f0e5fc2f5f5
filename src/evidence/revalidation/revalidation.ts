import * as z from 'zod';

const DAY_MS = 86_400_000;
/** iCIMS' terms for partners: after a notice, and after a feature became mandatory. */
const NOTICE_DAYS = 90;
const MANDATORY_FEATURE_YEARS = 1;

const Day = z.iso.date();
const Obligation = z.object({
  kind: z.enum(['notice', 'mandatory-feature']),
  subject: z.string().min(1).max(500),
  /** The day of the notice, or on which the feature became mandatory. */
  on: Day,
  /** The day on which iCIMS validated again; null until then. */
  done: Day.nullable(),
});
export type Obligation = z.infer<typeof Obligation>;

/** What is kept in `validation-evidence/revalidation.json`; people write the obligations, the command keeps them. */
export const Revalidation = z.object({
  /** The day on which iCIMS validated the connector; null before. */
  validatedOn: Day.nullable(),
  obligations: z.array(Obligation),
  /** When the pack beside it was produced. */
  packProducedAt: z.string(),
  /** Whether the last comparison found changes that iCIMS has to validate. */
  changesToValidate: z.array(z.string()),
});
export type Revalidation = z.infer<typeof Revalidation>;

/** An obligation with its deadline. */
export interface Deadline extends Obligation {
  readonly due: string;
  readonly daysLeft: number;
  readonly state: 'done' | 'open' | 'overdue';
}

/** The deadlines, the most urgent first. Days are UTC days. */
export function deadlinesOf({ obligations }: Revalidation, today: Date): readonly Deadline[] {
  const todayMs = Date.parse(today.toISOString().slice(0, 10));
  return obligations
    .map((obligation): Deadline => {
      const due = dueDay(obligation);
      const daysLeft = Math.round((Date.parse(due) - todayMs) / DAY_MS);
      const open = daysLeft < 0 ? 'overdue' : 'open';
      return { ...obligation, due, daysLeft, state: obligation.done === null ? open : 'done' };
    })
    .sort(
      (one, other) => Number(one.state === 'done') - Number(other.state === 'done') || one.daysLeft - other.daysLeft,
    );
}

function dueDay({ kind, on }: Obligation): string {
  const due = new Date(`${on}T00:00:00Z`);
  if (kind === 'notice') due.setUTCDate(due.getUTCDate() + NOTICE_DAYS);
  else due.setUTCFullYear(due.getUTCFullYear() + MANDATORY_FEATURE_YEARS);
  return due.toISOString().slice(0, 10);
}
