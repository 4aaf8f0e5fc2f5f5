import { dueHires, type Pace } from '../delivery/retry-pace.ts';
import { auditStatement } from './audit-entry.ts';
import { type Query } from './database.ts';
import { RELEASE_OF_RUN, SKIP_OF_RUN } from './release-statements.ts';
import { END_RUN, HOLD_RUN, KEEP_STEP, SETTLE_OF_RUN } from './retry-run-statements.ts';

interface HeldRun extends Pace {
  readonly state: 'running' | 'finished' | 'cancelled';
  readonly customerId: string;
  readonly codes: readonly string[] | null;
  readonly madeBy: string;
}

interface Settled {
  readonly delivered: number;
  readonly parkedAgain: number;
  readonly underWay: number;
}

interface Released {
  readonly released: number;
  readonly skipped: number;
  readonly nextAt: Date;
}

/** One step of a run, inside a transaction. What was released and when the next is due are kept together, or neither. */
export async function stepRun(query: Query, id: string, at: Date): Promise<void> {
  const [run] = await query<HeldRun & Record<string, unknown>>({ ...HOLD_RUN, values: [id] });
  if (run === undefined) return;
  const [settled] = await query<Settled & Record<string, unknown>>({ ...SETTLE_OF_RUN, values: [id] });
  const { delivered = 0, parkedAgain = 0, underWay = run.underWay } = settled ?? {};
  // Withdrawn, or erased since.
  const withdrawn = run.underWay - underWay - delivered - parkedAgain;
  const { released, skipped, nextAt } = await releaseDue(query, id, { ...run, underWay });
  const values = [id, delivered, parkedAgain, withdrawn, released, skipped, nextAt];
  const [kept] = await query<{ isAtItsEnd: boolean }>({ ...KEEP_STEP, values });
  if (kept?.isAtItsEnd === true) await endRun(query, run.customerId, { id, at });
}

async function endRun(query: Query, customerId: string, { id, at }: { id: string; at: Date }): Promise<void> {
  const [detail = {}] = await query({ text: END_RUN, values: [id, at] });
  await query(auditStatement({ at, actor: 'delivery', action: 'retry-run.finished', customerId, subject: id, detail }));
}

async function releaseDue(query: Query, id: string, run: HeldRun): Promise<Released> {
  if (run.state !== 'running') return { released: 0, skipped: 0, nextAt: run.nextAt };
  const [gone] = await query<{ skipped: number }>({ ...SKIP_OF_RUN, values: [id, run.codes] });
  const skipped = gone?.skipped ?? 0;
  const { count, nextAt } = dueHires(run);
  if (count === 0) return { released: 0, skipped, nextAt };
  const values = [id, run.codes, count, run.madeBy];
  const [done] = await query<{ released: number; picked: number }>({ ...RELEASE_OF_RUN, values });
  const { released = 0, picked = 0 } = done ?? {};
  return { released, skipped: skipped + picked - released, nextAt };
}
