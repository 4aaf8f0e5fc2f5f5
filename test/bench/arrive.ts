import { type Application } from './event-requests.ts';
import { countPromised } from './count-promised.ts';
import { percentile, rounded } from './figures.ts';
import type { LoadResult } from './load-process.ts';
import { eventsFor, untilDelivered, type Scene } from './scene.ts';
import { SITUATIONS } from './situations.ts';

const CONNECTIONS = 250;

export interface Arrived {
  readonly load: LoadResult;
  readonly applications: readonly Application[];
}

/**
 * Events with live screening at a fixed arrival rate (open model), of all simulated platforms or only of the first ones,
 * while the accepted hires are delivered beside it.
 */
export async function arrive(
  scene: Scene,
  perSecond: number,
  seconds: number,
  platforms = scene.setup.documents.length,
): Promise<Arrived> {
  const wanted = { count: Math.ceil(seconds * perSecond), situations: SITUATIONS, platforms };
  const applications = await scene.outside.call('addApplications', wanted);
  const requests = eventsFor(scene, applications, { gzip: true });
  const load = await scene.load.call('open', { requests, perSecond, seconds, connections: CONNECTIONS });
  return { load, applications };
}

/** What came of one arrival rate. */
export interface RateResult {
  readonly perSecond: number;
  readonly answeredPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Seconds from acceptance until the case was open. */
  readonly toCaseP50: number;
  readonly toCaseP99: number;
  /** Seconds until everything was delivered, after the last answer. */
  readonly drainSeconds: number;
  readonly broken: readonly string[];
}

/** One rate, to the last delivery and the count of what was promised. */
export async function measureRate(
  scene: Scene,
  perSecond: number,
  seconds: number,
  platforms?: number,
): Promise<RateResult> {
  const { rows: now } = await scene.pool.query<{ at: Date }>('SELECT now() AS at');
  const { load, applications } = await arrive(scene, perSecond, seconds, platforms);
  const drainSeconds = await untilDelivered(scene);
  const { rows } = await scene.pool.query<{ middle: number | null; slow: number | null }>(
    `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS middle, percentile_cont(0.99) WITHIN GROUP (ORDER BY took) AS slow
     FROM (SELECT extract(epoch FROM opened_at - accepted_at)::float AS took FROM hires
           WHERE accepted_at >= $1 AND opened_at IS NOT NULL) AS opened`,
    [now[0]?.at],
  );
  return {
    perSecond,
    answeredPerSecond: load.answered / load.seconds,
    p50: percentile(load.latencies, 0.5),
    p95: percentile(load.latencies, 0.95),
    p99: percentile(load.latencies, 0.99),
    toCaseP50: rows[0]?.middle ?? 0,
    toCaseP99: rows[0]?.slow ?? 0,
    drainSeconds,
    broken: await countPromised(scene, applications, load),
  };
}

export function rowOfRate(label: string, result: RateResult): Record<string, number | string> {
  return {
    load: label,
    'answered a second': rounded(result.answeredPerSecond),
    'p50 ms': rounded(result.p50),
    'p95 ms': rounded(result.p95),
    'p99 ms': rounded(result.p99),
    'to case p50 s': rounded(result.toCaseP50),
    'to case p99 s': rounded(result.toCaseP99),
    'drained in s': rounded(result.drainSeconds),
  };
}
