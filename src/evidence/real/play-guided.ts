import { type PlatformDocument, type PlatformField } from '../contract-types.ts';
import { keepCase, keptCases } from './kept-cases.ts';
import { optionalCases } from './not-asked.ts';
import { type RealStage } from './stage.ts';
import { readHire } from './settled-hire.ts';
import { takeLaterProgress, takeMoved, withCase } from './take-case.ts';
import { takeWrongCredential } from './take-wrong-credential.ts';
import { type GuidedId, guidedIds, type TakenCase, type TakenHire } from './taken-case.ts';

interface Play {
  readonly document: PlatformDocument;
  readonly fields: readonly PlatformField[];
  readonly connectorUrl: string;
  /** The platform's folder. */
  readonly directory: string;
}

type TakenCases = Partial<Record<GuidedId, TakenCase>>;

/** Takes one use case after the other, leaving out what an earlier run took and what the platform is not configured for. */
export async function playGuided(stage: RealStage, play: Play): Promise<TakenCases> {
  const taken = await refreshedCases(stage, play);
  const absent = optionalCases(play.document);
  for (const id of guidedIds) {
    if (taken[id] !== undefined || id in absent || stage.signal.aborted) continue;
    const now = await takeOne(stage, id, { ...play, taken });
    if (now === null) continue;
    await keepCase(play.directory, now);
    taken[id] = now;
  }
  if (stage.signal.aborted) stage.report('Ended by you. What was taken is kept; --resume goes on from here.');
  return taken;
}

/** What earlier runs took. A delivery that was not through then may be now. */
async function refreshedCases(stage: RealStage, play: Play): Promise<TakenCases> {
  const taken = await keptCases(play.directory);
  for (const one of Object.values(taken)) {
    if (one.hire === null || isThrough(one.hire)) continue;
    const refreshed = { ...one, ...(await withCase(stage, play.document, await readHire(stage, one.hire.id))) };
    await keepCase(play.directory, refreshed);
    taken[one.id] = refreshed;
  }
  return taken;
}

function isThrough({ state, nextAttemptAt }: TakenHire): boolean {
  return state !== 'parked' && nextAttemptAt === null;
}

async function takeOne(stage: RealStage, id: GuidedId, play: Play & { taken: TakenCases }): Promise<TakenCase | null> {
  const absent = optionalCases(play.document);
  if ((needed[id] ?? []).some((each) => play.taken[each] === undefined && !(each in absent))) return null;
  if (id === 'more-wrong-credential') return takeWrongCredential(play.connectorUrl, stage.customerId);
  if (id === 'more-later-progress') return takeLaterProgress(stage, play);
  const taken = await takeMoved(stage, id, play);
  if (taken === null && !stage.signal.aborted) stage.report('    it did not come in time; --resume asks again');
  return taken;
}

/** They go on with the candidate of use case 1; a completed case can be neither a duplicate nor changed. */
const needed: Readonly<Partial<Record<GuidedId, readonly GuidedId[]>>> = {
  'use-case-2-duplicate': ['use-case-1-end-to-end'],
  'more-title-change': ['use-case-1-end-to-end'],
  'more-later-progress': ['use-case-1-end-to-end', 'use-case-2-duplicate', 'more-title-change'],
};
