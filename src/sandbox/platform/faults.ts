/** Ways in which the simulated platform can misbehave. */
export const faultKinds = [
  'down',
  'slow',
  'too-many',
  'error-500',
  'error-503',
  'error-401',
  'html',
  'wrong-json',
  'wrong-shape',
  'truncated',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A fault that is switched on. `times` counts down; without it the fault stays until it is cleared. */
export interface Fault {
  readonly kind: FaultKind;
  /** How long a `slow` answer waits. */
  readonly ms?: number;
  /** `Retry-After` of `too-many` and `error-503`. */
  readonly retryAfterSeconds?: number;
  /** Only for this profile type, or for `token` or `search`; every request when absent. */
  readonly on?: string;
  /** Only for this HTTP method. */
  readonly method?: string;
  readonly times?: number;
}

interface Target {
  readonly method: string;
  /** First path segment behind the customer id, or `token`. */
  readonly area: string;
}

/** The faults of one platform. */
export class Faults {
  #on: Fault[] = [];

  set(...faults: readonly Fault[]): void {
    this.#on = [...faults];
  }

  clear(): void {
    this.#on = [];
  }

  list(): readonly Fault[] {
    return this.#on;
  }

  /** The faults that hit this request, each used up by one. */
  hitting(target: Target): readonly Fault[] {
    if (this.#on.length === 0) return [];
    const hits = this.#on.filter((fault) => isMeant(fault, target));
    this.#on = this.#on
      .map((fault) => (hits.includes(fault) ? usedOnce(fault) : fault))
      .filter((fault) => fault.times !== 0);
    return hits;
  }
}

function isMeant(fault: Fault, target: Target): boolean {
  const area = fault.on === undefined || fault.on === target.area;
  return area && (fault.method === undefined || fault.method === target.method);
}

function usedOnce(fault: Fault): Fault {
  return fault.times === undefined ? fault : { ...fault, times: fault.times - 1 };
}
