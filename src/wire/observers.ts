import { type StepRecord } from '../delivery/delivery-store.ts';
import { type ObservedCall, type IcimsWarning } from '../icims/icims-call.ts';
import { type Allowance } from '../icims/icims.ts';
import { type IntakeParts } from '../intake/intake-parts.ts';
import { type Answered } from '../intake/partner-api.ts';
import { type AttentionBoard } from '../platforms/attention-board.ts';
import { type AdminApiParts } from '../console/admin-api.ts';
import { type Failure, type FailureKind } from '../runtime/failure.ts';
import { placeOf, type Log, type LogLevel } from '../runtime/log.ts';
import { type Metrics } from '../runtime/metrics.ts';
import { type QueueFigures } from '../store/queue-figures.ts';

interface ObserverParts {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly attention: AttentionBoard;
  readonly clock: () => Date;
}

type SeenEvent = Parameters<IntakeParts['observe']>[0];
type FailedAdminRequest = Parameters<AdminApiParts['onFailure']>[0];

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
export function createObservers(parts: ObserverParts) {
  return {
    ...icimsObservers(parts),
    event: (seen: SeenEvent) => observeEvent(seen, parts),
    answer: (answered: Answered) => observeAnswer(answered, parts),
    adminFailure: ({ reference, operationId, status, failure, thrown }: FailedAdminRequest) => {
      const facts = { reference, operation: operationId, status, ...toldOf(failure, thrown) };
      parts.log[levelOf[failure.kind]](failure.message, facts);
    },
    step: (record: StepRecord, failure: Failure | null) => observeStep(record, failure, parts),
    scrape: (figures: QueueFigures, allowances: readonly { customerId: string; allowance: Allowance }[]) => {
      const { metrics } = parts;
      metrics.queueDepth.set(figures.depth);
      metrics.queueOldestSeconds.set(figures.oldestSeconds);
      metrics.parked.set(figures.parked);
      metrics.icimsAllowance.reset();
      for (const { customerId, allowance } of allowances) {
        metrics.icimsAllowance.set({ customer_id: customerId }, allowance.remaining);
      }
      return metrics.registry.metrics();
    },
  };
}

function icimsObservers({ log, metrics }: ObserverParts) {
  return {
    icimsCall: ({ operation, status, ms }: ObservedCall): void => {
      metrics.icimsCalls.inc({ operation, status: String(status) });
      metrics.icimsSeconds.observe({ operation }, ms / 1000);
    },
    icimsWarning: ({ customerId, operation, transaction }: IcimsWarning): void => {
      const facts = { customerId, operation, ...(transaction ? { transaction } : {}) };
      log.warn('iCIMS served a call with a warning: a part of it may have had no effect.', facts);
    },
  };
}

function needsAttention(customerId: string, { code, message }: Failure, attention: AttentionBoard): void {
  if (attentionCodes.has(code)) attention.raise(customerId, code, message);
}

function observeEvent({ platform, outcome, failure }: SeenEvent, { metrics, attention }: ObserverParts): void {
  metrics.events.inc({ outcome, code: failure?.code ?? '' });
  if (failure !== undefined) needsAttention(platform.customerId, failure, attention);
  else if (outcome === 'accepted') attention.clear(platform.customerId, 'ICIMS_ACCESS');
}

function observeAnswer(answered: Answered, { log, metrics, clock }: ObserverParts): void {
  const { reference, operationId, caller, status, failure } = answered;
  const milliseconds = clock().getTime() - answered.startedAt.getTime();
  if (operationId === 'receiveEvent')
    metrics.screeningSeconds.observe({ outcome: String(status) }, milliseconds / 1000);
  const facts = { reference, operation: operationId, status, milliseconds, ...(caller ? { caller: caller.name } : {}) };
  if (failure === undefined) log.info('Answered.', facts);
  else log[levelOf[failure.kind]](failure.message, { ...facts, ...toldOf(failure, answered.thrown) });
}

function observeStep(
  record: StepRecord,
  failure: Failure | null,
  { log, metrics, attention, clock }: ObserverParts,
): void {
  const { claim, step, outcome, milliseconds, change, move } = record;
  const { id: hireId, customerId, acceptedAt } = claim.hire.subject;
  metrics.attempts.inc({ step, outcome });
  if (change.receipt !== undefined) metrics.caseSeconds.observe((clock().getTime() - acceptedAt.getTime()) / 1000);
  const facts = { hireId, customerId, step, outcome, milliseconds };
  if (failure === null) {
    log.debug('Delivery step done.', facts);
    attention.clear(customerId, step === 'write-back' ? 'ICIMS_ACCESS' : 'CASE_SYSTEM_ACCESS');
    return;
  }
  needsAttention(customerId, failure, attention);
  log[move.next === 'park' ? 'error' : 'warn'](failure.message, { ...facts, ...toldOf(failure, undefined) });
}

function toldOf(failure: Failure, thrown: unknown) {
  const { code, facts } = failure;
  return { code, facts, ...(failure.kind === 'defect' && thrown !== undefined ? { stack: placeOf(thrown) } : {}) };
}
