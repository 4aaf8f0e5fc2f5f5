import { setTimeout as delay } from 'node:timers/promises';
import { toFailure, type Failure } from './failure.ts';

/** Work that comes round by itself, whoever of the replicas does it: a poll, a purge, a digest. */
export interface Chore {
  /** Fixed for good: the store remembers by it when the chore is due. */
  readonly name: string;
  readonly everySeconds: number;
  /** Ends early, leaving what the next round takes up, once `signal` is aborted. What it throws is told, and tried again. */
  run(signal: AbortSignal): Promise<void>;
}

/** Who does which chore: one replica at a time, by database time. */
export interface ChoreStore {
  /** Whether the chore is due and now ours for `leaseMs`. */
  begin(name: string, owner: string, leaseMs: number): Promise<boolean>;
  /** Whether it is still ours, and now for `leaseMs` more. */
  extend(name: string, owner: string, leaseMs: number): Promise<boolean>;
  /** Due again `nextInMs` after its beginning, or at once when that has passed. Does nothing when it is no longer ours. */
  end(name: string, owner: string, nextInMs: number): Promise<void>;
}

export interface ChoreParts {
  readonly store: ChoreStore;
  /** A new UUID: this process's name on its chores. */
  readonly owner: string;
  readonly onTrouble: (failure: Failure) => void;
  /** A dead process's chore is taken over when its lease ends. A living one renews it four times as often. */
  readonly leaseMs?: number;
  readonly lookEveryMs?: number;
}

const LEASE_MS = 60_000;
const LOOK_EVERY_MS = 10_000;
const AGAIN_AFTER_FAILURE_MS = 60_000;

/** Does the chores as they fall due, until stopped. `stop` asks those under way to end and waits for them. */
export function startChores(chores: readonly Chore[], parts: ChoreParts): { stop(): Promise<void> } {
  const leaving = new AbortController();
  const loops = chores.map((chore) => lookAgainAndAgain(chore, parts, leaving.signal));
  return {
    async stop() {
      leaving.abort();
      await Promise.all(loops);
    },
  };
}

async function lookAgainAndAgain(chore: Chore, parts: ChoreParts, leaving: AbortSignal): Promise<void> {
  const everyMs = Math.min(parts.lookEveryMs ?? LOOK_EVERY_MS, chore.everySeconds * 1000);
  while (!leaving.aborted) {
    await look(chore, parts, leaving).catch((thrown: unknown) => parts.onTrouble(toFailure(thrown)));
    await delay(everyMs, undefined, { signal: leaving, ref: false }).catch(() => undefined);
  }
}

async function look(chore: Chore, parts: ChoreParts, leaving: AbortSignal): Promise<void> {
  const { store, owner, leaseMs = LEASE_MS } = parts;
  if (!(await store.begin(chore.name, owner, leaseMs))) return;
  const everyMs = chore.everySeconds * 1000;
  let nextInMs = Math.min(AGAIN_AFTER_FAILURE_MS, everyMs);
  try {
    const done = await whileHeld(chore, parts, leaving);
    nextInMs = done ? everyMs : 0;
  } finally {
    await store.end(chore.name, owner, nextInMs);
  }
}

/** True when the chore came to its own end; false when it was told to stop before. */
async function whileHeld(chore: Chore, parts: ChoreParts, leaving: AbortSignal): Promise<boolean> {
  const { store, owner, leaseMs = LEASE_MS } = parts;
  const lost = new AbortController();
  const renewal = setInterval(() => {
    void store
      .extend(chore.name, owner, leaseMs)
      .then((held) => (held ? undefined : lost.abort()))
      .catch((thrown: unknown) => parts.onTrouble(toFailure(thrown)));
  }, leaseMs / 4);
  try {
    const signal = AbortSignal.any([leaving, lost.signal]);
    await chore.run(signal);
    return !signal.aborted;
  } finally {
    clearInterval(renewal);
  }
}
