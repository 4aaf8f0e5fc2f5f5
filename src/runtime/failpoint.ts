/** Places at which a process can be made to die, for `npm run faults`: before or after a piece of work. */
export const failpointNames = [
  'read.before',
  'accept.before',
  'accept.after',
  'keep.before',
  'keep.after',
  'withdraw.before',
  'withdraw.after',
  'claim.after',
  'open.before',
  'open.after',
  'record.before',
  'record.after',
  'write.before',
  'write.after',
  'seal.before',
  'seal.after',
] as const;
export type FailpointName = (typeof failpointNames)[number];

/** Where, and at which passing of that place, counted from 1. */
export interface Failpoint {
  readonly name: FailpointName;
  readonly passing: number;
}

/** Told whenever the process passes a place. */
export type Pass = (name: FailpointName) => void;

/** Reads `name@passing`, for example `accept.after@3`; undefined when it is none. */
export function toFailpoint(text: string): Failpoint | undefined {
  const [, name, passing] = /^([a-z.]+)@([1-9][0-9]{0,3})$/.exec(text) ?? [];
  const known = failpointNames.find((each) => each === name);
  return known === undefined ? undefined : { name: known, passing: Number(passing) };
}

/** Counts passings of one place from the moment it is armed, and calls `die` at the one that was named. */
export function createFailpoint({ name, passing }: Failpoint, die: () => void): { arm: () => void; pass: Pass } {
  let left = Infinity;
  return {
    arm: () => void (left = passing),
    pass(passed) {
      if (passed !== name) return;
      left -= 1;
      if (left === 0) die();
    },
  };
}
