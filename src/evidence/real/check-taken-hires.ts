import { finding, type Finding } from '../verdict/finding.ts';
import { type RealFacts } from './real-facts.ts';
import { timesDone } from './settled-hire.ts';
import { type TakenCase, type TakenHire } from './taken-case.ts';
import { whenHire, whenTaken } from './when-taken.ts';

const WRITTEN_WITHIN_MS = 30_000;

export const checkEndToEnd = whenHire('use-case-1-end-to-end', (hire, { document }) => {
  const written = timesDone(hire, 'write-back');
  return finding(
    `accepted; the hire (${hire.visaCategory}) is ${hire.state} with ${hire.filledKeys.length} filled fields; case ${hire.caseId ?? 'none'}; written back to workflow ${hire.workflowId}`,
    [
      [hire.deliveredAt !== null, `end-to-end: the hire is ${stateOf(hire)}`],
      [hire.caseId !== null, 'end-to-end: no case was opened'],
      [document.writeBack === null || written > 0, 'end-to-end: nothing was written back to the workflow'],
      [hire.filledKeys.length > 0, 'end-to-end: the hire has no data'],
    ],
  );
});

export const checkLaterProgress = whenHire('more-later-progress', (hire) => {
  const written = timesDone(hire, 'write-back');
  return finding(`the case was completed, and the entry on the workflow written ${written} times`, [
    [written > 1, 'later progress: the completed case was not written back'],
  ]);
});

export const checkRescinded = whenHire('more-rescinded-offer', (hire, { document }) =>
  finding('the case is withdrawn, and the entry on the workflow was written again', [
    [hire.state === 'withdrawn', `rescinded: the hire is ${stateOf(hire)}`],
    [document.writeBack === null || timesDone(hire, 'write-back') > 1, 'rescinded: the workflow does not say so'],
  ]),
);

export const checkCitizenships = whenHire('more-several-citizenships', (hire) =>
  finding(`the case holds ${hire.citizenships} citizenships`, [
    [hire.citizenships > 1, 'several citizenships: the case does not hold several'],
    [hire.deliveredAt !== null, `several citizenships: the hire is ${stateOf(hire)}`],
  ]),
);

export const checkTitleChange = whenHire('more-title-change', (hire, _facts, { titleBefore }) =>
  finding(`the title went from “${titleBefore ?? ''}” to “${hire.jobTitle ?? ''}”`, [
    [hire.jobTitle !== titleBefore, 'title change: the case has the old title'],
    [timesDone(hire, 'update-case') > 0, 'title change: the case was not updated'],
  ]),
);

/** By the connector's clock, from the event to the end of the delivery. */
export function checkRealTime({ cases }: RealFacts): Finding {
  const opening = ['use-case-1-end-to-end', 'more-several-citizenships'] as const;
  const times = opening.flatMap((id) => deliveredMs(cases[id]) ?? []);
  const last = Math.max(0, ...times);
  return finding(`written back at most ${last} ms after the event came, by the connector's clock`, [
    [times.length > 0, 'real time: no delivery was timed'],
    [last <= WRITTEN_WITHIN_MS, `real time: a write-back came after ${last} ms`],
  ]);
}

export const checkCallLimit = whenTaken('use-case-1-end-to-end', ({ icimsCalls }, { document }) =>
  finding(`${icimsCalls ?? 0} calls, of ${document.icims.dailyCallLimit} a day, by the connector's own count`, [
    [(icimsCalls ?? 0) > 0, 'call limit: no call was counted'],
  ]),
);

function deliveredMs(taken: TakenCase | undefined): number | null {
  const from = taken?.event?.receivedAt ?? '';
  const ms = Date.parse(taken?.hire?.deliveredAt ?? '') - Date.parse(from);
  return Number.isNaN(ms) ? null : ms;
}

function stateOf({ state, reason }: TakenHire): string {
  return reason === null ? state : `${state} (${reason.code}: ${reason.sentence})`;
}
