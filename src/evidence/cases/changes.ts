import { type HireStory } from '../contract-types.ts';
import { type Scene } from './scene.ts';

/** The title that the job gets while its case is open. */
export const NEW_TITLE = 'Lead Data Analyst';

/** The offer is rescinded after the case was opened. */
export async function rescindedOffer(scene: Scene): Promise<void> {
  const { platform } = scene.stage;
  const { offerAccepted, offerRescinded } = platform.employer.statuses;
  const who = platform.candidate('o1a');
  const accepted = await scene.move(who, offerAccepted.id);
  await scene.follow(accepted, ({ state }) => state === 'delivered');
  await scene.move(who, offerRescinded.id);
  const hire = await scene.follow(accepted, ({ state }) => state === 'withdrawn');
  await scene.follow(accepted, ({ attemptLog }) => writeBacks(attemptLog) > 1);
  await scene.readCase(hire);
  scene.readWrittenBack(who);
  await scene.screenshot('rescinded', who);
}

/** A candidate with three citizenships: all of them reach the case, in the order given. */
export async function severalCitizenships(scene: Scene): Promise<void> {
  const { platform } = scene.stage;
  const who = platform.candidate('several-citizenships');
  const moved = await scene.move(who, platform.employer.statuses.offerAccepted.id);
  await scene.screenshot('accepted', who);
  await scene.readCase(await scene.follow(moved, ({ state }) => state === 'delivered'));
  scene.readWrittenBack(who);
}

/** The job's title changes while the case is open; the next status tells the connector to read again. */
export async function titleChange(scene: Scene): Promise<void> {
  const { platform } = scene.stage;
  const { offerAccepted, hired } = platform.employer.statuses;
  const who = platform.candidate('e3');
  const accepted = await scene.move(who, offerAccepted.id);
  const first = await scene.follow(accepted, ({ state }) => state === 'delivered');
  const before = await scene.readCase(first);
  platform.overwrite('jobs', who.jobId, { jobtitle: NEW_TITLE });
  scene.note('The title of the job is changed in iCIMS', { jobtitle: NEW_TITLE });
  await scene.move(who, hired.id);
  await scene.follow(accepted, ({ attemptLog }) => attemptLog.length > first.attemptLog.length);
  const after = await scene.readCase(first);
  await scene.keep('title.json', { before: titleOf(before.fields), after: titleOf(after.fields) });
  await scene.screenshot('title-changed', who);
}

/** `job.title` of canonical fields. */
export function titleOf(fields: unknown): unknown {
  return (fields as { job?: { title?: unknown } } | null)?.job?.title;
}

function writeBacks(log: HireStory['attemptLog']): number {
  return log.filter(({ step, outcome }) => step === 'write-back' && outcome === 'done').length;
}
