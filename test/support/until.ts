import { eventually } from './eventually.ts';

const PATIENCE_MS = 15_000;
const LOOK_AGAIN_MS = 15;

/** Looks again and again, shortly, until the condition holds; fails with `what` when it does not in good time. */
export function until(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
  return eventually(what, PATIENCE_MS, condition, LOOK_AGAIN_MS);
}
