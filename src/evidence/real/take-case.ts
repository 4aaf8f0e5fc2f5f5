import { type Case, type ConnectorEvent, type HireStory, type PlatformDocument } from '../contract-types.ts';
import { callsBetween, callsLeft } from './calls-left.ts';
import { type GuidedCase, guidedCases, type MovedId, type Situation } from './guided-cases.ts';
import { awaitMatch } from './await-match.ts';
import { readHire, settledHire, timesDone } from './settled-hire.ts';
import { type RealStage } from './stage.ts';
import { type TakenCase, toTakenHire } from './taken-case.ts';
import { titles } from './titles.ts';

/** Tells a person what to do, waits for its event, and takes what the connector knows of it. Null: it did not come. */
export async function takeMoved(stage: RealStage, id: MovedId, situation: Situation): Promise<TakenCase | null> {
  const guided = guidedCases[id];
  const titleBefore = id === 'more-title-change' ? await titleOf(stage, situation) : null;
  const before = await callsLeft(stage);
  const event = await awaitMatch(stage, guided, { situation, tell: () => tell(stage, id, situation) });
  if (event === null) return null;
  stage.report(`    taken: ${event.outcome}${event.code === null ? '' : ` ${event.code}`}`);
  const hire = await follow(stage, guided, { event, situation });
  return {
    ...{ id, takenAt: new Date().toISOString(), event, titleBefore, answer: null },
    ...(hire === null ? { hire, case: null } : await withCase(stage, situation.document, hire)),
    icimsCalls: callsBetween(before, await callsLeft(stage)),
  };
}

/** What a person reads; the first line names the folder. */
function tell({ report }: RealStage, id: MovedId, situation: Situation): void {
  const { steps, files } = guidedCases[id];
  report(`▶ ${id}: ${titles[id]}`);
  steps(situation).forEach((step, index) => report(`    ${index + 1}. ${step}`));
  report(`    ${files.join(' and ')} then belong${files.length > 1 ? '' : 's'} into the folder ${id}.`);
}

async function follow(
  stage: RealStage,
  { endsWith }: GuidedCase,
  { event, situation }: { event: ConnectorEvent; situation: Situation },
): Promise<HireStory | null> {
  if (endsWith === null || event.outcome !== 'accepted' || event.hireId === null) return null;
  const step = endsWith === 'write-back' && situation.document.writeBack === null ? 'open-case' : endsWith;
  return settledHire(stage, event.hireId, { step, times: 1 });
}

/** A hire and its case as they are now, without the candidate's data. */
export async function withCase(stage: RealStage, document: PlatformDocument, hire: HireStory) {
  return { hire: toTakenHire(hire), case: await caseOf(stage, document, hire) };
}

/** The case, when the connector itself keeps it. */
async function caseOf(
  { admin }: RealStage,
  document: PlatformDocument,
  { caseId }: HireStory,
): Promise<TakenCase['case']> {
  if (document.caseSystem.type !== 'built-in' || caseId === null) return null;
  const { fields: _personal, ...rest } = await admin.get<Case>(`/api/v1/cases/${caseId}`);
  return rest;
}

async function titleOf(stage: RealStage, { taken }: Situation): Promise<string | null> {
  const id = taken['use-case-1-end-to-end']?.hire?.id;
  return id === undefined ? null : toTakenHire(await readHire(stage, id)).jobTitle;
}

/** The case team completes the case of use case 1; nobody has to do anything in iCIMS. */
export async function takeLaterProgress(stage: RealStage, situation: Situation): Promise<TakenCase | null> {
  const id = situation.taken['use-case-1-end-to-end']?.hire?.id;
  if (id === undefined) return null;
  stage.report('▶ more-later-progress: the case of use case 1 is reported as completed');
  const before = timesDone(await readHire(stage, id), 'write-back');
  await stage.admin.post(`/api/v1/hires/${id}/case-state`, { state: 'completed' });
  const hire = await settledHire(stage, id, { step: 'write-back', times: before + 1 });
  stage.report(
    '    A picture of the entry on the workflow then belongs into the folder more-later-progress (screen.png).',
  );
  return {
    ...{ id: 'more-later-progress', takenAt: new Date().toISOString(), event: null, titleBefore: null },
    ...{ answer: null, icimsCalls: null, ...(await withCase(stage, situation.document, hire)) },
  };
}
