/** Something that a rule found wrong. */
export interface Finding {
  /** Stable and in capitals; at most one alert is open for it on a platform. */
  readonly cause: string;
  /** What is wrong, in one sentence without personal data. */
  readonly sentence: string;
  /** Who must do what. */
  readonly action: string;
  /** Where the console shows more, below `/console`. */
  readonly path: string;
  readonly since: Date;
}
