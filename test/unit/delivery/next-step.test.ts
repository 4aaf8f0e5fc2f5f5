import { describe, expect, it } from '@jest/globals';
import { nextStep } from '../../../src/delivery/next-step.ts';
import { type PlatformDocument } from '../../../src/platforms/platform.ts';

type Progress = Parameters<typeof nextStep>[0];

const writeBack: NonNullable<PlatformDocument['writeBack']> = {
  target: 'applicantworkflows',
  collection: 'assessmentresults',
  fields: { name: 'assessmentname', status: 'assessmentstatus', url: 'assessmenturl' },
  statuses: { sent: 'D1', opened: 'D2', completed: 'D3', failed: 'D4' },
};
const unannounced = { ...writeBack, statuses: { opened: 'D2', completed: 'D3', failed: 'D4' } };
const fresh: Progress = {
  receipt: null,
  withdrawRequested: false,
  caseWithdrawn: false,
  fieldsRevision: 1,
  caseRevision: 0,
  wantedStatus: 'opened',
  writtenStatus: null,
};
const opened: Progress = {
  ...fresh,
  receipt: { caseId: 'C-1', caseUrl: 'https://cases.example.com/1' },
  caseRevision: 1,
};

describe('the next step of a hire', () => {
  it.each<
    [
      string,
      Progress,
      { readonly writeBack?: typeof writeBack | typeof unannounced | null; readonly announced?: boolean },
      string | null,
    ]
  >([
    ['is announced first', fresh, {}, 'announce sent'],
    ['is not announced again when that was in vain', fresh, { announced: true }, 'open-case'],
    ['is not announced when it was before a crash', { ...fresh, writtenStatus: 'sent' }, {}, 'open-case'],
    ['is not announced when no status stands for it', fresh, { writeBack: unannounced }, 'open-case'],
    ['is only a case when nothing is written back', fresh, { writeBack: null }, 'open-case'],
    ['is the write-back once the case is open', opened, {}, 'write-back opened'],
    ['is nothing more once that is written', { ...opened, writtenStatus: 'opened' }, {}, null],
    ['is nothing after the case when nothing is written back', opened, { writeBack: null }, null],
    ['is an update when the fields changed since', { ...opened, fieldsRevision: 2 }, {}, 'update-case'],
    [
      'is the end of the case once that is reported',
      { ...opened, writtenStatus: 'opened', wantedStatus: 'completed' },
      {},
      'write-back completed',
    ],
    ['is the withdrawal as soon as it is wished', { ...fresh, withdrawRequested: true }, {}, 'withdraw-case'],
    [
      'is the withdrawal also before an update',
      { ...opened, fieldsRevision: 2, withdrawRequested: true },
      {},
      'withdraw-case',
    ],
    [
      'is to say that it was withdrawn',
      { ...opened, withdrawRequested: true, caseWithdrawn: true },
      {},
      'write-back failed',
    ],
    [
      'is nothing when that was said',
      { ...opened, withdrawRequested: true, caseWithdrawn: true, writtenStatus: 'failed' },
      {},
      null,
    ],
  ])('%s', (_what, hire, circumstances, expected) => {
    const planned = nextStep(
      hire,
      circumstances.writeBack === undefined ? writeBack : circumstances.writeBack,
      circumstances.announced ?? false,
    );

    expect(planned === null ? null : [planned.step, planned.status].filter(Boolean).join(' ')).toBe(expected);
  });
});
