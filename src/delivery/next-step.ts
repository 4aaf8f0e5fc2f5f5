import { type PlatformDocument } from '../platforms/platform.ts';
import { type DeliverableHire, type Step, type WriteBackStatus } from './delivery-store.ts';

type Progress = Pick<
  DeliverableHire,
  | 'receipt'
  | 'withdrawRequested'
  | 'caseWithdrawn'
  | 'fieldsRevision'
  | 'caseRevision'
  | 'wantedStatus'
  | 'writtenStatus'
>;

/** The next thing to do for a hire, or null when all that was wished is done. `status` is what a write-back says. */
export interface PlannedStep {
  readonly step: Step;
  readonly status?: WriteBackStatus;
}

/**
 * Decides from what was done and what is wished, so that a crash, a retry or a new wish at any place leads on from
 * there. The announcement (`sent`) is a courtesy: it is left out when it was `announced` in vain.
 */
export function nextStep(
  hire: Progress,
  writeBack: PlatformDocument['writeBack'],
  announced: boolean,
): PlannedStep | null {
  if (hire.withdrawRequested)
    return hire.caseWithdrawn ? writeBackStep(hire, writeBack, 'failed') : { step: 'withdraw-case' };
  if (hire.receipt === null) return announcement(hire, writeBack, announced) ?? { step: 'open-case' };
  if (hire.caseRevision < hire.fieldsRevision) return { step: 'update-case' };
  return writeBackStep(hire, writeBack, hire.wantedStatus);
}

function announcement(
  hire: Progress,
  writeBack: PlatformDocument['writeBack'],
  announced: boolean,
): PlannedStep | null {
  if (announced || writeBack?.statuses.sent === undefined || hire.writtenStatus !== null) return null;
  return { step: 'announce', status: 'sent' };
}

function writeBackStep(
  hire: Progress,
  writeBack: PlatformDocument['writeBack'],
  status: WriteBackStatus,
): PlannedStep | null {
  return writeBack === null || hire.writtenStatus === status ? null : { step: 'write-back', status };
}
