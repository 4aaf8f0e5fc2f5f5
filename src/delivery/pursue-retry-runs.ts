import { type Platform } from '../platforms/platform.ts';

/** Retry runs that have something left to do, or to learn. Each method throws `Failure` STORE_UNAVAILABLE. */
export interface RetryRunSteps {
  underWay(): Promise<readonly { readonly id: string; readonly customerId: string }[]>;
  /**
   * One step in one transaction: learns what became of hires that were released, releases those that are due, ends the run
   * after the last. Does nothing while another process takes a step of the same run.
   */
  step(id: string, at: Date): Promise<void>;
}

export interface RetryRunParts {
  readonly steps: RetryRunSteps;
  readonly clock: () => Date;
  readonly platformOf: (customerId: string) => Platform | undefined;
}

/** Takes every retry run one step further. Those of a platform that is switched off wait: it delivers nothing. */
export async function pursueRetryRuns({ steps, clock, platformOf }: RetryRunParts, signal: AbortSignal): Promise<void> {
  for (const { id, customerId } of await steps.underWay()) {
    if (signal.aborted) return;
    if (platformOf(customerId)?.enabled !== false) await steps.step(id, clock());
  }
}
