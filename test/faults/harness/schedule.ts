import { type FailpointName, failpointNames } from '../../../src/runtime/failpoint.ts';
import { type Chance, chanceFrom } from '../../support/chance.ts';
import { toTrouble, type Trouble } from './trouble.ts';

/** How many processes there are, and what each is; `private` on the connector's own PostgreSQL. */
export const topologies = {
  one: ['main'],
  three: ['main', 'main', 'worker'],
  private: ['main'],
} as const;
export type Topology = keyof typeof topologies;

/** How a run ends a process or all of them. */
export type Blow =
  /** At a named place within the process. */
  | { readonly kind: 'failpoint'; readonly name: FailpointName; readonly passing: number }
  /** All processes, while a call to another system is on its way: it is carried out, and nobody hears the answer. */
  | { readonly kind: 'call'; readonly to: 'icims' | 'cases'; readonly passing: number }
  /** SIGKILL of one, or of all, or SIGTERM of one, so long after the load began. */
  | { readonly kind: 'moment' | 'everyone' | 'stop'; readonly afterMs: number };

/** One run: what comes in, and what happens meanwhile. */
export interface Schedule {
  readonly seed: number;
  readonly blow: Blow;
  readonly trouble: Trouble;
  readonly orders: number;
  /** One order of so many is taken back as soon as it was accepted. */
  readonly rescindOneOf: number;
}

const inWorker: readonly FailpointName[] = failpointNames.filter((name) => /^(claim|open|record|write)/.test(name));

/** The schedule that a seed stands for, for a victim that is the service or a worker. */
export function scheduleOf(seed: number, victim: 'main' | 'worker'): Schedule {
  const chance = chanceFrom(seed * 7919 + 1);
  const blow = toBlow(chance, victim);
  const load = { orders: chance.between(5, 12), rescindOneOf: chance.between(3, 6) };
  const trouble = toTrouble(chance);
  // A blow in the middle of a call counts calls on the very road.
  const isTaken = blow.kind === 'call' && trouble.kind === 'road';
  return { seed, blow, trouble: isTaken ? { kind: 'none' } : trouble, ...load };
}

function toBlow(chance: Chance, victim: 'main' | 'worker'): Blow {
  const lot = chance.between(1, 100);
  if (lot <= 65) return { kind: 'failpoint', name: oneOf(chance, victim), passing: chance.between(1, 4) };
  if (lot <= 78) {
    return { kind: 'call', to: chance.between(0, 1) === 0 ? 'icims' : 'cases', passing: chance.between(1, 5) };
  }
  const kind = lot <= 90 ? 'moment' : lot <= 95 ? 'everyone' : 'stop';
  return { kind, afterMs: chance.between(1, 400) };
}

function oneOf(chance: Chance, victim: 'main' | 'worker'): FailpointName {
  const names = victim === 'worker' ? inWorker : failpointNames;
  return names[chance.between(0, names.length - 1)] ?? 'accept.after';
}

/** In words, for a list of runs. */
export function describeBlow(blow: Blow): string {
  if (blow.kind === 'failpoint') return `${blow.name}@${blow.passing}`;
  if (blow.kind === 'call') return `call to ${blow.to}@${blow.passing}`;
  return `${blow.kind} after ${blow.afterMs} ms`;
}
