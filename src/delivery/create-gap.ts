/** So long a step waits at most. Then comes its turn: a queue that stands still helps nobody. */
const PATIENCE_MS = 200;
const LOOK_EVERY_MS = 5;

/**
 * A gap between those who wait for an answer: steps of deliveries go through it one by one, each at a turn of the event
 * loop of its own, as long as the process is not busy. When `most` of them wait they go on all the same, so that a
 * process which is busy all day delivers too. Answers a promise that is kept when it is the caller's turn.
 */
export function createGap(isBusy: () => boolean, most: number): () => Promise<void> {
  const waiting: { readonly go: () => void; readonly until: number }[] = [];
  let isLooking = false;

  function look(): void {
    const [first] = waiting;
    isLooking = first !== undefined;
    if (first === undefined) return;
    if (isBusy() && waiting.length < most && performance.now() < first.until) {
      setTimeout(look, LOOK_EVERY_MS);
      return;
    }
    waiting.shift();
    first.go();
    setImmediate(look);
  }

  return () =>
    new Promise((go) => {
      waiting.push({ go, until: performance.now() + PATIENCE_MS });
      if (!isLooking) look();
    });
}
