import { type Step, type StepRecord } from '../delivery/delivery-store.ts';
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
const attentionCodes = new Set(['ICIMS_ACCESS', 'CASE_SYSTEM_ACCESS', 'ICIMS_ALLOWANCE_USED', 'ADDRESS_NOT_ALLOWED']);

/** What a step that was done disproves. */
const disprovedBy = {
  announce: ['ICIMS_ACCESS', 'ICIMS_ALLOWANCE_USED'],
  'open-case': ['CASE_SYSTEM_ACCESS'],
  'update-case': ['CASE_SYSTEM_ACCESS'],
  'withdraw-case': ['CASE_SYSTEM_ACCESS'],
  'write-back': ['ICIMS_ACCESS', 'ICIMS_ALLOWANCE_USED'],
} as const satisfies Record<Step, readonly string[]>;

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
    /** `figures` is null when the store did not answer: the queue is then not a number, the rest is told all the same. */
    scrape: (figures: QueueFigures | null, allowances: readonly { customerId: string; allowance: Allowance }[]) => {
      const { metrics } = parts;
      metrics.queueDepth.set(figures?.depth ?? NaN);
      metrics.queueOldestSeconds.set(figures?.oldestSeconds ?? NaN);
      metrics.parked.set(figures?.parked ?? NaN);
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

/** A screening answers in iCIMS' terms; what was behind it stays in `facts.cause`. */
function needsAttention(customerId: string, { code, message, facts }: Failure, attention: AttentionBoard): void {
  const cause = [code, String(facts['cause'])].find((each) => attentionCodes.has(each));
  if (cause !== undefined) attention.raise(customerId, cause, message);
}

/** iCIMS served a whole screening or a write-back: whatever kept us out is over. */
function icimsServes(customerId: string, attention: AttentionBoard): void {
  attention.clear(customerId, 'ICIMS_ACCESS');
  attention.clear(customerId, 'ICIMS_ALLOWANCE_USED');
}

function observeEvent({ platform, outcome, failure }: SeenEvent, { metrics, attention }: ObserverParts): void {
  metrics.events.inc({ outcome, code: failure?.code ?? '' });
  if (failure !== undefined) needsAttention(platform.customerId, failure, attention);
  else if (outcome === 'accepted') icimsServes(platform.customerId, attention);
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
    for (const code of outcome === 'done' ? disprovedBy[step] : []) attention.clear(customerId, code);
    return;
  }
  needsAttention(customerId, failure, attention);
  log[move.next === 'park' ? 'error' : 'warn'](failure.message, { ...facts, ...toldOf(failure, undefined) });
}

function toldOf(failure: Failure, thrown: unknown) {
  const { code, facts } = failure;
  return { code, facts, ...(failure.kind === 'defect' && thrown !== undefined ? { stack: placeOf(thrown) } : {}) };
}
