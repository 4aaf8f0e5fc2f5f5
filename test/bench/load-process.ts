// The load generator, in a process of its own: raw sockets, requests made ahead, and nothing but counting while it runs.
import { serveParent } from './child.ts';
import { openConnection, type Connection, type WireAnswer } from './connection.ts';
import { referenceIn } from './reference-in.ts';
import { toRequests, type EventRequests } from './event-requests.ts';
import { insistOn, type Insisted } from './insist-on.ts';

/** What came of a run. */
export interface LoadResult {
  readonly seconds: number;
  readonly answered: number;
  readonly byStatus: Readonly<Record<number, number>>;
  /** Milliseconds of each answered request, sorted. In the open model from the time at which it should have been sent. */
  readonly latencies: Float64Array;
  /** The generator's own processor time. */
  readonly cpuMicros: number;
  /** `reference` of each accepted event by its place among the applications. */
  readonly accepted: ReadonlyMap<number, string>;
  /** When each event should have been sent and when it was answered, in milliseconds since 1970; open model only. */
  readonly times: ReadonlyMap<number, readonly [number, number]>;
  readonly firstOther: string | null;
}

interface Closed {
  readonly requests: EventRequests;
  readonly connections: number;
  readonly seconds: number;
  /** Begin anew when all were sent; otherwise the run ends there. */
  readonly again: boolean;
}

interface Open {
  readonly requests: EventRequests;
  readonly perSecond: number;
  readonly seconds: number;
  readonly connections: number;
}

const methods = { closed, open, insist };
export type LoadGenerator = typeof methods;
serveParent(methods);

/** Closed model: every connection sends its next request as soon as it has its answer. */
async function closed({ requests: wanted, connections, seconds, again }: Closed): Promise<LoadResult> {
  const requests = toRequests(wanted);
  const pool = await openAll(wanted.port, connections);
  const tally = createTally();
  const endAt = performance.now() + seconds * 1000;
  let next = 0;
  await Promise.all(pool.map(runOne));
  for (const connection of pool) connection.close();
  return tally.result();

  function runOne(connection: Connection): Promise<void> {
    return new Promise((resolve) => {
      const sendNext = (): void => {
        const at = performance.now();
        const index = next;
        const request = again ? requests[index % requests.length] : requests[index];
        if (at >= endAt || request === undefined) {
          resolve();
          return;
        }
        next += 1;
        connection.send(request, (answer) => {
          tally.count(index, answer, performance.now() - at);
          sendNext();
        });
      };
      sendNext();
    });
  }
}

/**
 * Open model: requests are due at fixed times whatever becomes of those before. Latency counts from when a request was
 * due, so a stall of the service (or of this generator) is charged to every request that waited (no coordinated omission).
 */
async function open({ requests: wanted, perSecond, seconds, connections }: Open): Promise<LoadResult> {
  const requests = toRequests(wanted);
  const idle = await openAll(wanted.port, connections);
  const tally = createTally();
  const total = Math.min(Math.floor(perSecond * seconds), requests.length);
  const startAt = performance.now() + 5;
  const dueAt = (index: number): number => startAt + (index * 1000) / perSecond;
  let next = 0;
  let ended = 0;
  const { promise, resolve } = Promise.withResolvers<undefined>();

  const sendDue = (): void => {
    while (next < total && dueAt(next) <= performance.now()) {
      const connection = idle.pop();
      if (connection === undefined) return;
      sendOne(connection, next++);
    }
  };
  const sendOne = (connection: Connection, index: number): void => {
    connection.send(requests[index] ?? Buffer.alloc(0), (answer) => {
      const now = performance.now();
      tally.count(index, answer, now - dueAt(index));
      tally.time(index, dueAt(index), now);
      idle.push(connection);
      ended += 1;
      if (ended === total) resolve(undefined);
      else sendDue();
    });
  };
  const timer = setInterval(sendDue, 1);
  await promise;
  clearInterval(timer);
  for (const connection of idle) connection.close();
  return tally.result();
}

/** The open model against a service that goes away at times: what got no answer is sent again. */
async function insist({ requests: wanted, perSecond, seconds, connections }: Open): Promise<Insisted> {
  const requests = toRequests(wanted).slice(0, Math.floor(perSecond * seconds));
  const idle = await openAll(wanted.port, connections);
  const result = await insistOn(requests, perSecond, idle);
  for (const connection of idle) connection.close();
  return result;
}

function openAll(port: number, connections: number): Promise<Connection[]> {
  return Promise.all(Array.from({ length: connections }, () => openConnection(port)));
}

function createTally() {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const latencies: number[] = [];
  const byStatus: Record<number, number> = {};
  const accepted = new Map<number, string>();
  const times = new Map<number, readonly [number, number]>();
  let firstOther: string | null = null;

  return {
    count(index: number, { status, body }: WireAnswer, ms: number): void {
      latencies.push(ms);
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      const reference = status === 200 ? referenceIn(body) : undefined;
      if (reference !== undefined) accepted.set(index, reference);
      if (status !== 200) firstOther ??= `${status} ${body}`;
    },
    time(index: number, dueAt: number, answeredAt: number): void {
      times.set(index, [performance.timeOrigin + dueAt, performance.timeOrigin + answeredAt]);
    },
    result(): LoadResult {
      const seconds = (performance.now() - startedAt) / 1000;
      const { user, system } = process.cpuUsage(cpuBefore);
      const sorted = Float64Array.from(latencies).sort();
      const answered = latencies.length;
      return { seconds, answered, byStatus, latencies: sorted, cpuMicros: user + system, accepted, times, firstOther };
    },
  };
}
