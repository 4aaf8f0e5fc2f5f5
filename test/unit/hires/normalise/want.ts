import { type CanonicalField, type FieldKind } from '../../../../src/hires/canonical/field.ts';
import { normalise } from '../../../../src/hires/normalise/normalise.ts';
import { type Normalised } from '../../../../src/hires/normalise/normalised.ts';

export const TODAY = '2026-11-20';

/** Normalises for a made-up field of a kind. */
export function as(kind: FieldKind, raw: unknown, rest: Partial<CanonicalField> = {}): Normalised {
  return normalise(raw, { field: { key: 'x', label: 'x', kind, ...rest }, today: TODAY });
}

/** The canonical value, or a refusal. */
export function valueAs(kind: FieldKind, raw: unknown, rest: Partial<CanonicalField> = {}): unknown {
  const result = as(kind, raw, rest);
  return result.ok ? result.value : 'REFUSED';
}
