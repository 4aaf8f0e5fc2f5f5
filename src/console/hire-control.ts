/** What an operator may do with hires. Each method is durable when it returns; each throws `Failure` STORE_UNAVAILABLE. */
export interface HireControl {
  /** Puts a parked hire back into the queue, with an audit entry; one that is not parked stays as it is. */
  releaseHire(id: string, actor: string): Promise<void>;
  /** The same with all that are parked for one of these reasons. */
  releaseCauses(which: { customerId: string; reasons: readonly string[]; actor: string }): Promise<void>;
  /**
   * Keeps how the case went on and wishes it written back; a completed or failed case closes the hire.
   * Throws `invalid` CONFLICT when the hire has no case yet, or its case has ended.
   */
  reportCaseState(report: {
    id: string;
    state: 'in-progress' | 'completed' | 'failed';
    actor: string;
    at: Date;
  }): Promise<void>;
}
