import { type CaseOrder, type CaseSystem } from '../cases/case-system.ts';
import { type Icims } from '../icims/icims.ts';
import { caseSystemName, type Platform } from '../platforms/platform.ts';
import { Failure } from '../runtime/failure.ts';
import { type Claim, type HireChange, type Step } from './delivery-store.ts';
import { type PlannedStep } from './next-step.ts';
import { writeBack } from './write-back.ts';

/** The outside world of a delivery. */
export interface Outside {
  readonly caseSystemOf: (platform: Platform) => CaseSystem;
  readonly icims: Icims;
  readonly hireUrl: (hireId: string) => string;
}

/** What a step did. Throws `Failure` when it could not. */
export interface Performed {
  readonly outcome: 'done' | 'skipped';
  readonly change: HireChange;
}

/** One planned step of a claim. `announced`: the same claim tried to announce the hire, perhaps in vain. */
interface Work {
  readonly platform: Platform;
  readonly claim: Claim;
  readonly planned: PlannedStep;
  readonly announced: boolean;
  readonly isHeld: () => boolean;
  readonly signal: AbortSignal;
}

/** Of the data as they were accepted; every update counts one further. */
const FIRST_REVISION = 1;

type Perform = (work: Work, outside: Outside) => Promise<Performed>;

/** One entry per step; each may be repeated after a crash without a second effect. */
const performers = {
  announce: performWriteBack,
  'open-case': async ({ platform, claim, signal }, { caseSystemOf }) => {
    const order = await toOrder(claim);
    const receipt = await caseSystemOf(platform).open(order, signal);
    return {
      outcome: 'done',
      change: { receipt, caseSystem: caseSystemName(platform.caseSystem), caseRevision: revisionOpened(claim) },
    };
  },
  'update-case': async ({ platform, claim, signal }, { caseSystemOf }) => {
    const { receipt, fieldsRevision } = claim.hire;
    requireSameCaseSystem(claim, platform);
    if (receipt !== null) await caseSystemOf(platform).update(await toOrder(claim), receipt, signal);
    return { outcome: 'done', change: { caseRevision: fieldsRevision } };
  },
  'withdraw-case': async ({ platform, claim, signal }, { caseSystemOf }) => {
    const { receipt } = claim.hire;
    requireSameCaseSystem(claim, platform);
    const neverOpened = receipt === null && claim.claims === 1;
    if (!neverOpened) await caseSystemOf(platform).withdraw(await toOrder(claim), receipt, signal);
    return { outcome: neverOpened ? 'skipped' : 'done', change: { caseWithdrawn: true } };
  },
  'write-back': performWriteBack,
} as const satisfies Record<Step, Perform>;

/** Does one planned step. */
export function performStep(work: Work, outside: Outside): Promise<Performed> {
  return performers[work.planned.step](work, outside);
}

async function performWriteBack(
  { platform, claim, planned, announced, isHeld, signal }: Work,
  outside: Outside,
): Promise<Performed> {
  const { status = 'opened' } = planned;
  if (platform.writeBack === null) return { outcome: 'skipped', change: {} };
  const written = await writeBack(
    { platform, writeBack: platform.writeBack },
    { claim, announced, isHeld, status },
    outside,
    {
      signal,
      priority: 'background',
    },
  );
  if (written === 'skipped') return { outcome: 'skipped', change: { writtenStatus: status } };
  return { outcome: 'done', change: { writtenStatus: status, writeBackEntry: written.entry } };
}

/**
 * Which revision of the data the case is known to hold. A request before this one may have opened it with older data and
 * lost its answer, and a case system keeps what came first: then an update follows.
 */
function revisionOpened({ claims, hire: { fieldsRevision } }: Claim): number {
  return claims > 1 ? FIRST_REVISION : fieldsRevision;
}

/** Another case system knows nothing of this case, and must not learn of the person. */
function requireSameCaseSystem({ hire }: Claim, platform: Platform): void {
  if (hire.caseSystem === null || hire.caseSystem === caseSystemName(platform.caseSystem)) return;
  throw new Failure(
    'rejected',
    'CASE_SYSTEM_CHANGED',
    'The case was opened in the case system that the platform had before. Finish it there by hand, or set that case system again and retry.',
  );
}

async function toOrder({ hire }: Claim): Promise<CaseOrder> {
  return {
    hire: hire.subject,
    packageLabel: hire.packageLabel,
    fields: await hire.readFields(),
    occurredAt: hire.occurredAt,
  };
}
