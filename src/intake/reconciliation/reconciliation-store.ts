/** One look through a platform's workflows, page by page; a restart goes on with it. */
export interface Round {
  readonly since: Date;
  /** The last id that was kept; null at the beginning. */
  readonly afterId: string | null;
}

/** What reconciliation needs of the store. Each method is durable when it returns; each throws STORE_UNAVAILABLE. */
export interface ReconciliationStore {
  /** The round that was cut off, or a new one since the last; the very first looks back to `firstSince`. */
  beginRound(customerId: string, at: { now: Date; firstSince: Date }): Promise<Round>;
  /** Keeps workflows that are in a trigger status, each once, with whether a hire was made of it by then. */
  keepPage(customerId: string, workflowIds: readonly string[], now: Date): Promise<void>;
  /** The next round begins where this one began, less what clocks and iCIMS' index may lag. */
  endRound(customerId: string): Promise<void>;
  /** Why a round was given up for now: a stable code. */
  noteFailure(customerId: string, code: string): Promise<void>;
  /** Whether the workflow is listed as missed. */
  isMissed(customerId: string, workflowId: string): Promise<boolean>;
  /** It is in no trigger status any more. */
  forget(customerId: string, workflowId: string): Promise<void>;
}
