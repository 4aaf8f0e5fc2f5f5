import { expect, it } from '@jest/globals';

/** Tests that build on each other: after one that failed, the others would only wait for what never comes. */
export function inSteps(timeoutMs: number): (name: string, work: () => Promise<void>) => void {
  let stuck = false;
  return (name, work) => {
    it(
      name,
      async () => {
        expect(stuck).toBe(false);
        stuck = true;
        await work();
        stuck = false;
      },
      timeoutMs,
    );
  };
}
