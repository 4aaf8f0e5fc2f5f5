import { Failure } from '../runtime/failure.ts';
import { type SealedPlace } from '../runtime/seal.ts';
import { type Vault } from './vault.ts';

/** What it takes to read sealed columns for somebody to look at. */
export interface Opener {
  readonly vault: Vault;
  readonly onTrouble: (failure: Failure) => void;
}

const unreadable = new Set(['DATA_KEY_GONE', 'SEALED_VALUE_UNREADABLE']);

/** Null when the key is gone with its platform. A value that was changed or moved shows as null too, and is told. */
export async function openSealed<Value>(
  { vault, onTrouble }: Opener,
  sealed: Buffer,
  place: SealedPlace,
): Promise<Value | null> {
  try {
    const key = await vault.keyOf(place.customerId);
    return JSON.parse(key.open(sealed, place).toString('utf8')) as Value;
  } catch (error) {
    if (!(error instanceof Failure) || !unreadable.has(error.code)) throw error;
    if (error.code === 'SEALED_VALUE_UNREADABLE') onTrouble(error);
    return null;
  }
}
