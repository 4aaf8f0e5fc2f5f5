/** Random choices that a run can repeat: FAULT_SEED=<number>. */
export interface Chance {
  readonly seed: number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
}

/** A generator that says its seed on standard error, so that a failed run can be repeated. `name` tells tests apart. */
export function chanceFor(name: string): Chance {
  const given = process.env['FAULT_SEED'];
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  process.stderr.write(`${name}: FAULT_SEED=${seed}\n`);
  return chanceFrom(seed);
}

/** The same choices for the same seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return {
    seed,
    between(from, to) {
      state = (state + 0x6d2b79f5) | 0;
      return from + Math.floor(mixed(state) * (to - from + 1));
    },
  };
}

/** mulberry32, a small generator in the public domain: in [0, 1). */
function mixed(state: number): number {
  let word = Math.imul(state ^ (state >>> 15), state | 1);
  word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
  return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
}
