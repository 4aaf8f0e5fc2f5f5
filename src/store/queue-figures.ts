import { type Database } from './database.ts';

/** How the queue stands, over all platforms. */
export interface QueueFigures {
  readonly depth: number;
  readonly oldestSeconds: number;
  readonly parked: number;
}

export async function readQueueFigures({ query }: Database): Promise<QueueFigures> {
  const [row] = await query<{ depth: string; oldest: string | null; parked: string }>({
    name: 'queue-figures',
    text: `SELECT count(*) FILTER (WHERE isfinite(run_at)) AS depth,
      extract(epoch FROM now() - min(run_at) FILTER (WHERE run_at <= now())) AS oldest,
      (SELECT count(*) FROM hires WHERE state = 'parked') AS parked
      FROM deliveries`,
  });
  return { depth: Number(row?.depth ?? 0), oldestSeconds: Number(row?.oldest ?? 0), parked: Number(row?.parked ?? 0) };
}
