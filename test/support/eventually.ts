import { setTimeout as delay } from 'node:timers/promises';

const LOOK_AGAIN_MS = 50;

/** Looks again and again until the condition holds; fails with `what` when it does not within `patienceMs`. */
export async function eventually(
  what: string,
  patienceMs: number,
  condition: () => Promise<boolean> | boolean,
  lookAgainMs = LOOK_AGAIN_MS,
): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error(`It never came to this: ${what}`);
    await delay(lookAgainMs);
  }
}
