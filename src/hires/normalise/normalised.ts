import { type CanonicalField } from '../canonical/field.ts';
import { type CanonicalValue } from '../hire.ts';

/**
 * What became of a value: usable in its canonical form (null when there is nothing of this kind in it), or not, and
 * then what is wanted instead, as a phrase that completes "… must be …".
 */
export type Normalised = { readonly ok: true; readonly value: CanonicalValue | null } | Unusable;
export interface Unusable {
  readonly ok: false;
  readonly wanted: string;
}

/** The field that the value is for, and today (`yyyy-MM-dd`) for dates that must lie in the past. */
export interface Want {
  readonly field: CanonicalField;
  readonly today: string;
}

/** Takes any JSON, never throws, and runs in linear time. */
export type Normaliser = (raw: unknown, want: Want) => Normalised;

export function usable(value: CanonicalValue | null): Normalised {
  return { ok: true, value };
}

export function unusable(wanted: string): Unusable {
  return { ok: false, wanted };
}
