/** What is removed by age, in this order: an event stays as long as its hire. */
export const purgedKinds = ['hires', 'deliveredFields', 'events', 'withdrawals'] as const;
export type PurgedKind = (typeof purgedKinds)[number];

/** One small piece of a purge: the next rows of a platform, by id; of withdrawals by workflow id. */
export interface PurgeWish {
  readonly kind: PurgedKind;
  readonly customerId: string;
  /** What is older than this goes. */
  readonly before: Date;
  /** The id that the piece before ended with; null begins. */
  readonly after: string | null;
  readonly at: Date;
}

/** Each method throws `Failure` STORE_UNAVAILABLE. */
export interface RetentionStore {
  /** Every platform of which anything is kept, served or not. */
  platformsWithData(): Promise<readonly string[]>;
  /**
   * Removes what has come of age among the next rows, with an audit entry that counts them, in one transaction. Waits for
   * nobody: what is locked is left for the next round. Answers where to go on; null when nothing older is left.
   */
  purge(wish: PurgeWish): Promise<string | null>;
  /**
   * Cuts off the oldest piece of the audit chain, as far as every entry is past its time, and keeps the hash that the rest
   * is chained to. Answers whether there may be more. Throws `rejected` AUDIT_BROKEN rather than remove what does not fit.
   */
  purgeAudit(wish: { readonly beforeOf: (customerId: string | null) => Date; readonly at: Date }): Promise<boolean>;
}
