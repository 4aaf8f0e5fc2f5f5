import { type FieldProblem } from '../hires/field-problem.ts';
import { isCategoryEnabled, type PackageItem, type Platform, type TriggerAction } from '../platforms/platform.ts';
import { Failure, toFailure } from '../runtime/failure.ts';
import { type EventResult, toErrorAnswer, toEventAnswer } from './event-answer.ts';
import { withdrawnSince } from './events/workflow-status-change/open-case.ts';
import { assess, type ScreeningParts, type ScreeningWork } from './events/workflow-status-change/screen.ts';
import { type Event } from './event.ts';
import { noOpenRequest, notEnabled, noTrigger } from './ignored-reasons.ts';
import { type EarlierHire, type IntakeStore } from './intake-store.ts';
import { type ReadHire } from './read-hire.ts';
import { type AssessedHire, requireComplete } from './screen-hire.ts';
import { findTrigger, openingStatuses } from './trigger.ts';

/** What would happen with an event. Holds no value of anybody. */
export interface Rehearsal {
  readonly newStatus: string | null;
  readonly action: TriggerAction | null;
  readonly outcome: 'accepted' | 'ignored' | 'duplicate' | 'refused' | 'failed';
  /** The answer that iCIMS would get. */
  readonly status: number;
  readonly code: string | null;
  /** What the recruiter would read, or why nothing happens. */
  readonly sentence: string | null;
  readonly package: PackageItem | null;
  readonly problems: readonly FieldProblem[];
  /** Keys that the category needs and that may follow later. */
  readonly later: readonly string[];
  readonly earlier: EarlierHire | null;
  readonly read: ReadHire | null;
}

export interface RehearsalParts extends ScreeningParts {
  readonly store: Pick<IntakeStore, 'findOpenHires'>;
}

interface Wish {
  readonly platform: Platform;
  readonly workflowId: string;
  /** Without it the first status that opens a case. */
  readonly newStatus: string | undefined;
}

const REFERENCE = 'dry-run';
const EVENT_TYPE = 'WorkFlowStatusChangeEvent';
const nothing = {
  code: null,
  sentence: null,
  package: null,
  problems: [],
  later: [],
  earlier: null,
  read: null,
} as const;

/**
 * Screens a workflow as if iCIMS had just sent that it was moved to a status, by the code that screens live events, and
 * keeps nothing. Throws STORE_UNAVAILABLE only: that iCIMS cannot be read is a finding.
 */
export async function rehearseEvent(wish: Wish, parts: RehearsalParts): Promise<Rehearsal> {
  const { platform } = wish;
  const newStatus = wish.newStatus ?? openingStatuses(platform)[0] ?? null;
  const event = toEvent(wish, newStatus);
  const trigger = findTrigger(platform, event);
  const about = { ...nothing, newStatus, action: trigger?.action ?? null };
  if (trigger === undefined) return { ...about, outcome: 'ignored', status: 200, sentence: whyNothing(newStatus) };
  const work = { platform, event, targets: () => ({}), receivedAt: parts.clock() };
  return { ...about, ...(await act(trigger.action, work, parts)) };
}

function whyNothing(newStatus: string | null): string {
  return newStatus === null ? 'The platform has no trigger yet.' : noTrigger(newStatus);
}

async function act(
  action: TriggerAction,
  work: ScreeningWork,
  parts: RehearsalParts,
): Promise<Pick<Rehearsal, 'outcome' | 'status' | 'code' | 'sentence'> & Partial<Rehearsal>> {
  const { customerId, systemId } = work.event;
  const open = await parts.store.findOpenHires(customerId, systemId);
  if (action === 'withdraw-case') return { ...toldOf(onOpen('withdraw', open)), earlier: open[0] ?? null };
  const assessed = await assess(work, parts).catch((thrown: unknown) => toFailure(thrown));
  if (assessed instanceof Failure) return refusal(assessed);
  return { ...findingsOf(assessed), ...judge(action, work, { assessed, open }) };
}

function toEvent({ platform, workflowId }: Wish, newStatus: string | null): Event {
  const ids = { systemId: workflowId, jobId: null, personId: null };
  return { customerId: platform.customerId, eventType: EVENT_TYPE, ...ids, oldStatus: null, newStatus };
}

function findingsOf({ item, mapped, read }: AssessedHire) {
  const { problems, completeness } = mapped;
  const missing = new Set(problems.map(({ key }) => key));
  return { package: item, problems, later: completeness.missing.filter((key) => !missing.has(key)), read };
}

type Verdict = Pick<Rehearsal, 'outcome' | 'status' | 'code' | 'sentence'> & { readonly earlier?: EarlierHire };

function judge(
  action: TriggerAction,
  work: ScreeningWork,
  { assessed, open }: { assessed: AssessedHire; open: readonly (EarlierHire & { readonly packageId: string })[] },
): Verdict {
  const { visaCategory } = assessed.item;
  if (action === 'open-case' && !isCategoryEnabled(work.platform, visaCategory))
    return toldOf({ kind: 'ignored', reason: notEnabled(visaCategory) });
  try {
    requireComplete(assessed);
  } catch (thrown) {
    return refusal(toFailure(thrown));
  }
  if (action === 'update-case') return toldOf(onOpen('update', open));
  const status = withdrawnSince(work, assessed);
  if (status !== undefined)
    return toldOf({ kind: 'ignored', reason: `The candidate stands in status ${status}, which withdraws.` });
  const earlier = open.find(({ packageId }) => packageId === assessed.item.packageId);
  if (earlier !== undefined) return { ...toldOf({ kind: 'duplicate', earlier }), earlier };
  return toldOf({ kind: 'accepted', hireId: REFERENCE, acceptedAt: work.receivedAt });
}

function onOpen(what: 'withdraw' | 'update', [first]: readonly EarlierHire[]): EventResult {
  if (first === undefined) return { kind: 'ignored', reason: noOpenRequest(what) };
  return { kind: 'accepted', hireId: first.id, acceptedAt: first.acceptedAt };
}

function toldOf(result: EventResult): Verdict {
  const { status, body } = toEventAnswer(result, REFERENCE);
  const code = result.kind === 'duplicate' ? 'DUPLICATE_REQUEST' : null;
  return { outcome: result.kind, status, code, sentence: sentenceOf(body) };
}

function refusal(failure: Failure): Verdict {
  if (failure.code === 'STORE_UNAVAILABLE') throw failure;
  const { status, body } = toErrorAnswer(failure, REFERENCE);
  return { outcome: status === 400 ? 'refused' : 'failed', status, code: failure.code, sentence: sentenceOf(body) };
}

function sentenceOf(body: ReturnType<typeof toEventAnswer>['body']): string | null {
  if ('error' in body) return body.error.userMessage;
  return body.status === 'ignored' ? body.reason : null;
}
