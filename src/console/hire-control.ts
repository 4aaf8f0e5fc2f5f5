/** What an operator may do with hires. Each method is durable when it returns; each throws `Failure` STORE_UNAVAILABLE. */
export interface HireControl {
  /** Puts parked hires back into the queue, with an audit entry each. Answers their ids. */
  releaseParked(which: {
    id?: string;
    customerId?: string;
    reasons?: readonly string[];
    actor: string;
  }): Promise<readonly string[]>;
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
