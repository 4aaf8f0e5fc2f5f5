import { type Connection, type WireAnswer } from './connection.ts';
import { referenceIn } from './reference-in.ts';

/** What came of events of which some needed several tries. */
export interface Insisted {
  /** Milliseconds from when an event was due to its answer, of those that got one to their first try; ascending. */
  readonly firstTries: Float64Array;
  /** The same of those that had to be sent again, to the answer that they got at last; ascending. */
  readonly laterTries: Float64Array;
  /** `reference` of each event that was answered 200, by its place. */
  readonly accepted: ReadonlyMap<number, string>;
  /** Events that were sent again and then answered that they were received before: the first answer was lost. */
  readonly receivedBefore: number;
  /** Answers that fit neither, as text. */
  readonly others: readonly string[];
  /** When each answered try was sent and answered, in milliseconds since 1970. */
  readonly answeredTries: readonly (readonly [number, number])[];
}

/** iCIMS is not known to send anything again by itself: a recruiter reads the error and clicks once more. */
const CLICK_AGAIN_MS = 1_000;

interface Try {
  readonly index: number;
  readonly isFirst: boolean;
}

/**
 * Sends each request when it is due, whatever becomes of those before, and again after a second for as long as there is no
 * answer, or one that blames the service (5xx). Ends when each has its answer.
 */
export async function insistOn(requests: readonly Buffer[], perSecond: number, idle: Connection[]): Promise<Insisted> {
  const startAt = performance.now() + 5;
  const dueAt = (index: number): number => startAt + (index * 1000) / perSecond;
  const tally = createTally();
  const again: Try[] = [];
  let next = 0;
  let open = requests.length;
  const { promise, resolve } = Promise.withResolvers<undefined>();

  const nextTry = (): Try | undefined => {
    if (again.length > 0) return again.shift();
    return next < requests.length && dueAt(next) <= performance.now() ? { index: next++, isFirst: true } : undefined;
  };
  const sendDue = (): void => {
    for (let connection = idle.pop(); connection !== undefined; connection = idle.pop()) {
      const due = nextTry();
      if (due === undefined) return void idle.push(connection);
      sendOne(connection, due);
    }
  };
  const sendOne = (connection: Connection, { index, isFirst }: Try): void => {
    const sentAt = performance.now();
    connection.send(requests[index] ?? Buffer.alloc(0), (answer) => {
      // A broken connection tells its end twice within one tick: not to the request after this one.
      setImmediate(() => idle.push(connection));
      if (answer.status === 0 || answer.status >= 500) {
        setTimeout(() => again.push({ index, isFirst: false }), CLICK_AGAIN_MS);
        return;
      }
      tally.count({ index, isFirst }, answer, { sentAt, dueAt: dueAt(index) });
      open -= 1;
      if (open === 0) resolve(undefined);
    });
  };
  const timer = setInterval(sendDue, 1);
  await promise;
  clearInterval(timer);
  return tally.result();
}

function createTally() {
  const times = { first: [] as number[], later: [] as number[] };
  const answeredTries: (readonly [number, number])[] = [];
  const accepted = new Map<number, string>();
  const others: string[] = [];
  let receivedBefore = 0;

  return {
    count({ index, isFirst }: Try, { status, body }: WireAnswer, { sentAt, dueAt }: { sentAt: number; dueAt: number }) {
      const now = performance.now();
      times[isFirst ? 'first' : 'later'].push(now - dueAt);
      answeredTries.push([performance.timeOrigin + sentAt, performance.timeOrigin + now]);
      const reference = status === 200 ? referenceIn(body) : undefined;
      if (reference !== undefined) accepted.set(index, reference);
      else if (!isFirst && status === 400 && body.includes('already received')) receivedBefore += 1;
      else others.push(`${status} ${body}`);
    },
    result: (): Insisted => ({
      firstTries: Float64Array.from(times.first).sort(),
      laterTries: Float64Array.from(times.later).sort(),
      accepted,
      receivedBefore,
      others,
      answeredTries,
    }),
  };
}
