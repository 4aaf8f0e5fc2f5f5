import { type HealthNow, type HealthSpan, type HealthStore } from './health-store.ts';
import {
  type CategoryCompleteness,
  type Firing,
  type Health,
  type HealthPoint,
  type HealthScope,
  type HealthWindow,
  type Latency,
  latencies,
  type LatencyName,
  type OutcomeCounts,
  outcomes,
  type PlatformFigures,
  type Share,
  type Success,
} from './health.ts';
import { type HealthCount } from './health-store.ts';
import { toLatency } from './latency-buckets.ts';
import { toSecretAges } from './secret-ages.ts';

const HOUR_MS = 3_600_000;
const hoursOf = { '24h': 24, '7d': 168, '30d': 720 } as const satisfies Record<HealthWindow, number>;
const stepOf = { '24h': 'hour', '7d': 'day', '30d': 'day' } as const satisfies Record<HealthWindow, string>;

/** Of all hires so many shall get through without anybody's help. */
const SUCCESS_TARGET = 0.99;

interface Wish {
  readonly scope: HealthScope;
  readonly window: HealthWindow;
  readonly now: Date;
}

/** The figures of one or several platforms. Throws `Failure` STORE_UNAVAILABLE. */
export async function readHealth(store: HealthStore, wish: Wish): Promise<Health> {
  const span = spanOf(wish);
  const [counts, current, secrets] = await Promise.all([
    store.readCounts(span),
    store.readNow(span),
    store.secretsOf(wish.scope),
  ]);
  return { ...toHealth(counts, current, { ...span, window: wish.window }), secrets: toSecretAges(secrets, wish.now) };
}

/** Each platform of the scope in brief, the one with most failures first. Throws as `readHealth` does. */
export async function readPlatformFigures(store: HealthStore, wish: Wish): Promise<readonly PlatformFigures[]> {
  const rows = await store.readPlatforms(spanOf(wish));
  return rows.map(({ customerId, lastEventAt, ...row }) => ({
    customerId,
    lastEventAt,
    success: toSuccess(row.delivered, row.failed, row),
    events: { accepted: row.accepted, ignored: row.ignored, refused: row.refused, failed: row.failed },
  }));
}

function spanOf({ scope, window, now }: Wish): HealthSpan {
  const from = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS - hoursOf[window] * HOUR_MS);
  return { scope, from, now, step: stepOf[window] };
}

/** Figures of counts; pure. */
export function toHealth(
  counts: readonly HealthCount[],
  current: HealthNow,
  { window, from, now }: Pick<HealthSpan, 'from' | 'now'> & { readonly window: HealthWindow },
): Omit<Health, 'secrets'> {
  const sum = sumsOf(counts);
  const events = outcomeCounts((outcome) => sum('event', outcome));
  const { depth, oldestSeconds, lastEventAt, missed } = current;
  return {
    window,
    from,
    to: now,
    success: toSuccess(sum('delivered', ''), events.failed, current),
    queue: { depth, oldestSeconds },
    latency: toLatencies(counts),
    events,
    series: toSeries(counts),
    firing: toFiring(sum('reconciled', ''), missed),
    completeness: toCompleteness(counts),
    lastEventAt,
  };
}

function sumsOf(counts: readonly HealthCount[]): (measure: string, kind: string) => number {
  const sums = new Map<string, number>();
  for (const { measure, kind, amount } of counts) {
    const key = `${measure} ${kind}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return (measure, kind) => sums.get(`${measure} ${kind}`) ?? 0;
}

function outcomeCounts(count: (outcome: keyof OutcomeCounts) => number): OutcomeCounts {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])) as unknown as OutcomeCounts;
}

function toSuccess(
  delivered: number,
  failedEvents: number,
  { parked, late }: Pick<HealthNow, 'parked' | 'late'>,
): Success {
  const rate = share(delivered, delivered + parked + late + failedEvents);
  return { rate, target: SUCCESS_TARGET, delivered, parked, late, failedEvents };
}

function toFiring(seen: number, missed: number): Firing {
  const all = Math.max(seen, missed);
  return { rate: share(all - missed, all), seen: all, missed };
}

/** Nothing of nothing is no number. */
function share(part: number, whole: number): Share {
  return whole === 0 ? null : part / whole;
}

function toLatencies(counts: readonly HealthCount[]): Record<LatencyName, Latency | null> {
  return Object.fromEntries(
    latencies.map((name) => {
      const ours = counts.filter(({ measure }) => measure === `latency.${name}`);
      return [name, toLatency(new Map(ours.map(({ kind, amount }) => [Number(kind), amount])))];
    }),
  ) as Record<LatencyName, Latency | null>;
}

function toSeries(counts: readonly HealthCount[]): readonly HealthPoint[] {
  const times = new Map<number, HealthCount[]>();
  for (const count of counts) {
    if (count.at !== null) times.set(count.at.getTime(), [...(times.get(count.at.getTime()) ?? []), count]);
  }
  const ascending = [...times].sort(([one], [other]) => one - other);
  return ascending.map(([time, ours]) => {
    const sum = sumsOf(ours);
    return {
      at: new Date(time),
      ...outcomeCounts((outcome) => sum('event', outcome)),
      delivered: sum('delivered', ''),
    };
  });
}

function toCompleteness(counts: readonly HealthCount[]): readonly CategoryCompleteness[] {
  const sum = sumsOf(counts);
  const categories = counts.filter(({ measure }) => measure === 'completeness.hires').map(({ kind }) => kind);
  return [...new Set(categories)].sort().map((visaCategory) => ({
    visaCategory,
    hires: sum('completeness.hires', visaCategory),
    rate: share(sum('completeness.present', visaCategory), sum('completeness.needed', visaCategory)),
  }));
}
