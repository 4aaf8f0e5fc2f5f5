/** How a value of a canonical key is written; each kind has one normaliser. */
export type FieldKind =
  | 'text'
  | 'rich-text' // may hold HTML in iCIMS, is plain text here
  | 'name'
  | 'date' // yyyy-MM-dd
  | 'past-date'
  | 'birth-date'
  | 'date-or-ds' // a date, or `D/S` for duration of status
  | 'country' // ISO 3166-1 alpha-2
  | 'us-state' // two letters, as Form I-129 offers
  | 'phone' // E.164
  | 'phone-extension'
  | 'email'
  | 'boolean'
  | 'choice'
  | 'integer'
  | 'decimal'
  | 'wage'
  | 'wage-unit'
  | 'currency' // ISO 4217
  | 'soc' // NN-NNNN
  | 'ssn' // 9 digits
  | 'a-number' // 9 digits
  | 'i94'
  | 'receipt'
  | 'dol-number'
  | 'zip'
  | 'fein' // 9 digits
  | 'naics' // 6 digits
  | 'year';

/** One key of the canonical record: what it is called, how it is written, how long it may be. */
export interface CanonicalField {
  readonly key: string;
  /** What a person calls it, fit for the middle of a sentence. */
  readonly label: string;
  readonly kind: FieldKind;
  /** True for a list of values (`person.citizenships`). */
  readonly list?: true;
  /** Longest value that is accepted, in characters (code points); else the longest of its kind. Nothing is ever cut. */
  readonly maxLength?: number;
  /** Length of the cell on the government form. A longer value is kept and traced: the case team writes the form. */
  readonly formCell?: number;
  /** For `choice`: every value that may be stored. */
  readonly options?: readonly string[];
  /** For `choice`: further spellings and the option they stand for. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** True when the value must be masked wherever it is not needed: ids, birth date, pay, immigration history. */
  readonly sensitive?: true;
}
