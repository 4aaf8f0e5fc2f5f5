/** Why a canonical key could not be filled: nothing there (or not permitted to us), or not usable. */
export interface FieldProblem {
  readonly key: string;
  readonly kind: 'missing' | 'unusable';
  /** What a person calls it, for keys that no iCIMS field is mapped to. */
  readonly label: string;
  /** iCIMS replaces it by the customer's own label of the field; null when no iCIMS field is mapped to the key. */
  readonly placeholder: string | null;
  /** The part of the field that is meant, when the field as a whole is filled in: `worksite county`. */
  readonly part?: string;
  /** Completes "… must be …". */
  readonly wanted?: string;
}

/** What became of one key, for the story of a hire. */
export interface TraceStep {
  readonly key: string;
  /** iCIMS field that was read, null when none is mapped. */
  readonly from: string | null;
  /** What iCIMS answered there: personal data, kept sealed. One value for each entry of a collection. */
  readonly read: readonly unknown[];
  /** Whether a value table of the platform was asked. */
  readonly byTable: boolean;
  readonly outcome: 'mapped' | 'longer-than-form' | 'missing' | 'unusable';
}
