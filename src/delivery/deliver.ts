import { type Platform } from '../platforms/platform.ts';
import { type CallNote, type CallNotes } from '../runtime/call-notes.ts';
import { Failure, toFailure } from '../runtime/failure.ts';
import { withDeadline } from '../runtime/with-deadline.ts';
import {
  type Claim,
  type DeliverableHire,
  type DeliveryStore,
  type HireChange,
  type NextMove,
  type StepRecord,
} from './delivery-store.ts';
import { nextStep, type PlannedStep } from './next-step.ts';
import { performStep, type Outside } from './perform-step.ts';
import { afterFailure, hasLostItsWorkers } from './retry-policy.ts';

/** What a delivery needs around it. */
export interface DeliveryParts {
  readonly store: Pick<DeliveryStore, 'record'>;
  readonly outside: Outside;
  readonly clock: () => Date;
  readonly random: () => number;
  /** One step's deadline, for all calls under it. */
  readonly stepDeadlineMs: number;
  /** Notes the calls that are made under a signal. */
  readonly watchCalls: CallNotes['watch'];
  /** Kept when a step may begin: people who wait for an answer go first (see `createGap`). */
  readonly turn: () => Promise<void>;
  /** Whether the claim's lease still has long enough to go for one more call that nobody could undo. */
  readonly isHeld: () => boolean;
  /** Told after each step: for metrics and the platform's "needs attention". */
  readonly observe: (record: StepRecord, failure: Failure | null) => void;
}

/**
 * The life of one claimed delivery: step after step until nothing is left to do, a step fails, or the lease is lost.
 * Answers the failure that stopped it, null when it ended well. Throws only what the store throws.
 */
export async function deliver(first: Claim, platform: Platform, parts: DeliveryParts): Promise<Failure | null> {
  if (hasLostItsWorkers(first)) return quarantine(first, platform, parts);
  let claim = first;
  let announced = false;
  for (;;) {
    const planned = nextStep(claim.hire, platform.writeBack, announced);
    if (planned === null) return finishWithoutStep(claim, parts);
    await parts.turn();
    const { record, failure } = await takeStep(claim, { platform, planned, announced }, parts);
    announced ||= planned.step === 'announce';
    const hire = await recordOrPark(record, parts);
    parts.observe(record, failure);
    if (hire === null || record.move.next !== 'continue') return planned.step === 'announce' ? null : failure;
    claim = { ...claim, hire };
  }
}

/**
 * What came back from outside may be refused by the store, for a character it cannot hold. Then the step is kept as
 * failed, without what came back, and the hire parks: repeating the call would not help.
 */
async function recordOrPark(record: StepRecord, { store }: DeliveryParts): Promise<DeliverableHire | null> {
  try {
    return await store.record(record);
  } catch (thrown) {
    const { kind } = toFailure(thrown);
    if (kind !== 'defect') throw thrown;
    const reason = {
      code: 'ANSWER_NOT_STORABLE',
      sentence: `The answer to ${record.step} was refused by the database. Its system has to be looked at before a retry.`,
    };
    return store.record({ ...record, outcome: 'failed', ...reason, change: {}, move: { next: 'park', reason } });
  }
}

interface Plan {
  readonly platform: Platform;
  readonly planned: PlannedStep;
  readonly announced: boolean;
}

async function takeStep(
  claim: Claim,
  plan: Plan,
  parts: DeliveryParts,
): Promise<{ record: StepRecord; failure: Failure | null }> {
  const at = parts.clock();
  let calls: readonly CallNote[] = [];
  const perform = (signal: AbortSignal) => {
    calls = parts.watchCalls(signal);
    return performStep({ ...plan, claim, isHeld: parts.isHeld, signal }, parts.outside);
  };
  const took = () => ({
    claim,
    step: plan.planned.step,
    at,
    milliseconds: parts.clock().getTime() - at.getTime(),
    calls,
  });
  try {
    const { outcome, change } = await withDeadline(parts.stepDeadlineMs, perform);
    const move = moveAfter(claim.hire, change, plan);
    return { record: { ...took(), outcome, code: null, sentence: null, change, move }, failure: null };
  } catch (thrown) {
    const failure = toFailure(thrown);
    const move = moveAfterFailure(failure, claim, plan, { now: parts.clock(), random: parts.random() });
    const { code, message: sentence } = failure;
    return { record: { ...took(), outcome: 'failed', code, sentence, change: {}, move }, failure };
  }
}

function moveAfter(hire: DeliverableHire, change: HireChange, { platform, announced, planned }: Plan): NextMove {
  const after = { ...hire, ...change };
  const more = nextStep(after, platform.writeBack, announced || planned.step === 'announce');
  return more === null ? { next: 'finish' } : { next: 'continue' };
}

/** A failed announcement stops nothing: the case matters more than the courtesy. */
function moveAfterFailure(
  failure: Failure,
  claim: Claim,
  { planned }: Plan,
  chance: { now: Date; random: number },
): NextMove {
  if (planned.step === 'announce') return { next: 'continue' };
  return afterFailure(failure, { attempt: claim.attempt, firstFailedAt: claim.firstFailedAt, ...chance });
}

/** Does nothing of what may be deadly, and leaves it to a person. */
async function quarantine(
  claim: Claim,
  platform: Platform,
  { store, clock, observe }: DeliveryParts,
): Promise<Failure> {
  const sentence = `${claim.attempt - 1} workers began this delivery and none of them ended it. Look at their logs before a retry.`;
  const failure = new Failure('defect', 'WORKERS_LOST', sentence);
  const reason = { code: failure.code, sentence };
  const step = nextStep(claim.hire, platform.writeBack, true)?.step ?? 'write-back';
  const told = { claim, step, at: clock(), outcome: 'failed', milliseconds: 0, change: {}, ...reason } as const;
  const record: StepRecord = { ...told, move: { next: 'park', reason } };
  await store.record(record);
  observe(record, failure);
  return failure;
}

/** A wish that turned out to be fulfilled already still has to leave the queue. */
async function finishWithoutStep(claim: Claim, { store, clock }: DeliveryParts): Promise<null> {
  const nothing = { outcome: 'skipped', code: null, sentence: null, milliseconds: 0, change: {} } as const;
  await store.record({ claim, step: 'write-back', at: clock(), ...nothing, move: { next: 'finish' } });
  return null;
}
