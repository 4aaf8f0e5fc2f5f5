import { type StepRecord } from './delivery/delivery-store.ts';
import { type ObservedCall, type IcimsWarning } from './icims/icims-call.ts';
import { type Allowance } from './icims/icims.ts';
import { type IntakeParts } from './intake/intake-parts.ts';
import { type Answered } from './intake/partner-api.ts';
import { type AttentionBoard } from './platforms/attention-board.ts';
import { type Failure, type FailureKind } from './runtime/failure.ts';
import { placeOf, type Log, type LogLevel } from './runtime/log.ts';
import { type Metrics } from './runtime/metrics.ts';
import { type QueueFigures } from './store/queue-figures.ts';

interface ObserverParts {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly attention: AttentionBoard;
  readonly clock: () => Date;
}

/** How loud a failure is: by who must act. */
const levelOf = {
  invalid: 'info',
  missing: 'info',
  duplicate: 'info',
  unauthenticated: 'warn',
  unavailable: 'warn',
  rejected: 'error',
  defect: 'error',
} as const satisfies Record<FailureKind, LogLevel>;

/** Failures that the platform shows as "needs attention", until a success says otherwise. */
const attentionCodes = new Set(['ICIMS_ACCESS', 'CASE_SYSTEM_ACCESS', 'ICIMS_ALLOWANCE_USED']);

/** Everything that is told to the log, the metrics and the attention board, in one place. */
export function createObservers({ log, metrics, attention, clock }: ObserverParts) {
  const needsAttention = (customerId: string, failure: Failure): void => {
    if (attentionCodes.has(failure.code)) attention.raise(customerId, failure.code, failure.message);
  };

  return {
    icimsCall({ operation, status, ms }: ObservedCall): void {
      metrics.icimsCalls.inc({ operation, status: String(status) });
      metrics.icimsSeconds.observe({ operation }, ms / 1000);
    },

    icimsWarning({ customerId, operation, transaction }: IcimsWarning): void {
      log.warn('iCIMS served a call with a warning: a part of it may have had no effect.', {
        customerId,
        operation,
        ...(transaction === undefined || transaction === null ? {} : { transaction }),
      });
    },

    event({ platform, outcome, failure }: Parameters<IntakeParts['observe']>[0]): void {
      metrics.events.inc({ outcome, code: failure?.code ?? '' });
      if (failure !== undefined) needsAttention(platform.customerId, failure);
      else if (outcome === 'accepted') attention.clear(platform.customerId, 'ICIMS_ACCESS');
    },

    answer({ reference, operationId, caller, status, startedAt, failure, thrown }: Answered): void {
      const milliseconds = clock().getTime() - startedAt.getTime();
      if (operationId === 'receiveEvent')
        metrics.screeningSeconds.observe({ outcome: String(status) }, milliseconds / 1000);
      const facts = {
        reference,
        operation: operationId,
        status,
        milliseconds,
        ...(caller === undefined ? {} : { caller: caller.name }),
      };
      if (failure === undefined) log.info('Answered.', facts);
      else log[levelOf[failure.kind]](failure.message, { ...facts, ...toldOf(failure, thrown) });
    },

    adminFailure({
      reference,
      operationId,
      status,
      failure,
      thrown,
    }: {
      reference: string;
      operationId: string;
      status: number;
      failure: Failure;
      thrown: unknown;
    }): void {
      log[levelOf[failure.kind]](failure.message, {
        reference,
        operation: operationId,
        status,
        ...toldOf(failure, thrown),
      });
    },

    step({ claim, step, outcome, milliseconds, change, move }: StepRecord, failure: Failure | null): void {
      const { id: hireId, customerId, acceptedAt } = claim.hire.subject;
      metrics.attempts.inc({ step, outcome });
      if (change.receipt !== undefined) metrics.caseSeconds.observe((clock().getTime() - acceptedAt.getTime()) / 1000);
      const facts = { hireId, customerId, step, outcome, milliseconds };
      if (failure === null) {
        log.debug('Delivery step done.', facts);
        attention.clear(customerId, step === 'write-back' ? 'ICIMS_ACCESS' : 'CASE_SYSTEM_ACCESS');
        return;
      }
      needsAttention(customerId, failure);
      log[move.next === 'park' ? 'error' : 'warn'](failure.message, { ...facts, ...toldOf(failure, undefined) });
    },

    async scrape(
      figures: () => Promise<QueueFigures>,
      platforms: readonly { customerId: string; allowance: Allowance }[],
    ): Promise<string> {
      const { depth, oldestSeconds, parked } = await figures();
      metrics.queueDepth.set(depth);
      metrics.queueOldestSeconds.set(oldestSeconds);
      metrics.parked.set(parked);
      metrics.icimsAllowance.reset();
      for (const { customerId, allowance } of platforms)
        metrics.icimsAllowance.set({ customer_id: customerId }, allowance.remaining);
      return metrics.registry.metrics();
    },
  };
}

function toldOf(failure: Failure, thrown: unknown) {
  const { code, facts } = failure;
  return { code, facts, ...(failure.kind === 'defect' && thrown !== undefined ? { stack: placeOf(thrown) } : {}) };
}
