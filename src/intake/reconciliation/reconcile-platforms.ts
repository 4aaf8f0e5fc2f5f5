import { type Platform } from '../../platforms/platform.ts';
import { toFailure, type Failure } from '../../runtime/failure.ts';
import { reconcilePlatform, type ReconciliationParts } from './reconcile-platform.ts';

interface AllParts extends ReconciliationParts {
  readonly onTrouble: (failure: Failure) => void;
  /** After each platform of a lane, so that a round over thousands crowds out no screening. Ends early with the signal. */
  readonly rest: (signal: AbortSignal) => Promise<void>;
}

/** So many platforms at a time: iCIMS is slow, and there may be thousands. */
const LANES = 4;

/** Reconciles every enabled platform. One that cannot be reached holds up no other, and is tried again next time. */
export async function reconcilePlatforms(
  platforms: readonly Platform[],
  parts: AllParts,
  signal: AbortSignal,
): Promise<void> {
  const waiting = platforms.filter(({ enabled }) => enabled).values();
  const lane = async (): Promise<void> => {
    for (const platform of waiting) {
      if (signal.aborted) return;
      await reconcilePlatform(platform, parts, signal).catch((thrown: unknown) =>
        note(platform, toFailure(thrown), parts),
      );
      await parts.rest(signal);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function note({ customerId }: Platform, failure: Failure, { store, onTrouble }: AllParts): Promise<void> {
  onTrouble(failure);
  if (failure.code !== 'STORE_UNAVAILABLE') await store.noteFailure(customerId, failure.code);
}
