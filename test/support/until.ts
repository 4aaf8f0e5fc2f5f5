import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 15_000;
const LOOK_AGAIN_MS = 15;

/** Looks again and again, shortly, until the condition holds; fails with `what` when it does not in good time. */
export async function until(what: string, condition: () => Promise<boolean> | boolean): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error(`It never came to this: ${what}`);
    await delay(LOOK_AGAIN_MS);
  }
}
