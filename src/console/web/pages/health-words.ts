import { type Schemas } from '../api.ts';

/** A share as the pages say it; null is no data. */
export function percent(share: number | null): string {
  return share === null ? 'no data' : `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

type Latency = Schemas['Latency'];

export const half = (latency: Latency): string => (latency === null ? 'no data' : duration(latency.p50Ms));
export const most = (latency: Latency): string => (latency === null ? 'no data' : duration(latency.p95Ms));

function duration(ms: number): string {
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
