import { v7 as uuidv7 } from 'uuid';
import { type PageWish } from '../console/page.ts';
import { type FittingHires, type ParkedWish, type RetryRun, type RetryRuns } from '../console/retry-runs.ts';
import { type RetryRunSteps } from '../delivery/pursue-retry-runs.ts';
import { mostUnderWay } from '../delivery/retry-pace.ts';
import { Failure } from '../runtime/failure.ts';
import { auditStatement } from './audit-entry.ts';
import { type Database, type Query } from './database.ts';
import { type Listing, readPage } from './page.ts';
import {
  CANCEL_RUN,
  CHOOSE,
  FITTING_BY_CAUSE,
  FITTING_SAMPLE,
  KEEP_RUN,
  RUNS,
  RUNS_UNDER_WAY,
} from './retry-run-statements.ts';
import { stepRun } from './retry-run-step.ts';

type RunRow = Omit<RetryRun, 'waitsFor'> & Record<string, unknown>;

/** One statement chooses them: this many take it about a second. */
const MOST_HIRES = 100_000;

/** Retry runs, on PostgreSQL. */
export function createRetryRunStore({ query, transaction }: Database): RetryRuns & RetryRunSteps {
  return {
    preview: (wish) => preview(query, wish),
    start: (wish) => transaction((inside) => start(inside, wish)),
    async list(wish) {
      const { items, next } = await readPage<RunRow>(query, runListing(wish), wish);
      return { items: items.map(toRun), next };
    },
    find: (customerId, id) => find(query, customerId, id),
    cancel: (which) => transaction((inside) => cancel(inside, which)),
    underWay: () => query({ text: RUNS_UNDER_WAY }),
    step: (id, at) => transaction((inside) => stepRun(inside, id, at)),
  };
}

function runListing({ customerId }: PageWish): Listing {
  const key = { column: 'id', type: 'uuid', order: 'DESC' } as const;
  return { select: RUNS, key, filters: { customer_id: customerId }, platform: 'customer_id', time: 'made_at' };
}

const toValues = ({ customerId, codes, parkedFrom, parkedTo }: ParkedWish): readonly unknown[] => [
  ...[customerId, codes, parkedFrom, parkedTo],
];

type CauseRow = FittingHires['causes'][number] & { readonly oldestAt: Date; readonly newestAt: Date };

async function preview(query: Query, wish: ParkedWish): Promise<FittingHires> {
  const values = toValues(wish);
  const causes = await query<CauseRow>({ text: FITTING_BY_CAUSE, values });
  const sample = await query<FittingHires['sample'][number]>({ text: FITTING_SAMPLE, values });
  const times = (key: 'oldestAt' | 'newestAt') => causes.map((cause) => cause[key].getTime()).sort((a, b) => a - b);
  return {
    count: causes.reduce((sum, { count }) => sum + count, 0),
    causes: causes.map(({ code, sentence, count }) => ({ code, sentence, count })),
    oldestAt: toDate(times('oldestAt').at(0)),
    newestAt: toDate(times('newestAt').at(-1)),
    sample,
  };
}

function toDate(ms: number | undefined): Date | null {
  return ms === undefined ? null : new Date(ms);
}

async function start(query: Query, wish: Parameters<RetryRuns['start']>[0]): Promise<RetryRun> {
  const { customerId, codes, parkedFrom, parkedTo, perMinute, actor, at } = wish;
  const id = uuidv7();
  const [kept] = await query({ text: KEEP_RUN, values: [id, ...toValues(wish), perMinute, actor, at] });
  if (kept === undefined)
    throw conflict('This platform has a retry run already. Wait until it has ended, or cancel it first.');
  const [row] = await query<{ chosen: number }>({ text: CHOOSE, values: [...toValues(wish), id, MOST_HIRES + 1] });
  const chosen = row?.chosen ?? 0;
  if (chosen === 0) throw conflict('Nothing is parked that fits, so there is nothing to retry.');
  if (chosen > MOST_HIRES)
    throw conflict(
      `More than ${MOST_HIRES} hires fit. Narrow the time or the causes, and start one run after the other.`,
    );
  const detail = { codes, parkedFrom, parkedTo, perMinute, chosen };
  await query(auditStatement({ at, actor, action: 'retry-run.started', customerId, subject: id, detail }));
  return find(query, customerId, id);
}

async function find(query: Query, customerId: string, id: string): Promise<RetryRun> {
  const [row] = await query<RunRow>({ text: `${RUNS} WHERE customer_id = $1 AND id = $2`, values: [customerId, id] });
  return toRun(present(row));
}

async function cancel(
  query: Query,
  { customerId, id, actor, at }: Parameters<RetryRuns['cancel']>[0],
): Promise<RetryRun> {
  const [held] = await query<{ state: RetryRun['state'] }>({
    text: 'SELECT state FROM retry_runs WHERE customer_id = $1 AND id = $2 FOR UPDATE',
    values: [customerId, id],
  });
  const { state } = present(held);
  if (state !== 'running') throw conflict(`This run is ${state}; there is nothing to cancel.`);
  const [row] = await query<RunRow>({ text: CANCEL_RUN, values: [id, at, actor] });
  const run = toRun(present(row));
  const { chosen, released, skipped } = run.counts;
  const detail = { released, skipped, leftParked: chosen - released - skipped };
  await query(auditStatement({ at, actor, action: 'retry-run.cancelled', customerId, subject: id, detail }));
  return run;
}

function toRun(row: RunRow): RetryRun {
  const { released, delivered, parkedAgain, withdrawn } = row.counts;
  const isHeldUp = released - delivered - parkedAgain - withdrawn >= mostUnderWay(row.perMinute);
  return { ...row, waitsFor: row.state === 'running' && isHeldUp ? 'deliveries' : null };
}

function present<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Failure('invalid', 'NOT_FOUND', 'There is no such retry run.');
  return row;
}

function conflict(sentence: string): Failure {
  return new Failure('invalid', 'CONFLICT', sentence);
}
