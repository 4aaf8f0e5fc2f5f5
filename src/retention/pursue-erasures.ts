import { type ErasureStore } from './erasure-store.ts';

/** Takes every erasure that is under way one step further. */
export async function pursueErasures(store: ErasureStore, clock: () => Date, signal: AbortSignal): Promise<void> {
  for (const id of await store.underWay()) {
    if (signal.aborted) return;
    await store.pursue(id, clock());
  }
}
