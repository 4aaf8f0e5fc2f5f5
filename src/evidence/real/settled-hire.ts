import { type HireStory } from '../contract-types.ts';
import { lookUntil, type RealStage } from './stage.ts';

type Step = HireStory['attemptLog'][number]['step'];

/** Deliveries take seconds; one that has to be retried takes longer than a person likes to wait. */
const FOLLOW_MS = 120_000;

/** Waits until the hire has done the step so many times and nothing is left to do, or is parked, or time is over. */
export async function settledHire(
  stage: RealStage,
  id: string,
  wish: { readonly step: Step; readonly times: number },
): Promise<HireStory> {
  let last = await readHire(stage, id);
  const waitMs = Math.min(FOLLOW_MS, Math.max(stage.waitMs, 10_000));
  await lookUntil({ ...stage, waitMs }, async () => {
    const before = last.state;
    last = await readHire(stage, id);
    if (last.state !== before) stage.report(`    the hire is ${last.state}`);
    const isDone = last.nextAttemptAt === null && timesDone(last, wish.step) >= wish.times;
    return isDone || last.state === 'parked' ? true : null;
  });
  return last;
}

/** How often a step of the delivery succeeded. */
export function timesDone({ attemptLog }: Pick<HireStory, 'attemptLog'>, wanted: Step): number {
  return attemptLog.filter(({ step, outcome }) => step === wanted && outcome === 'done').length;
}

export function readHire({ admin }: Pick<RealStage, 'admin'>, id: string): Promise<HireStory> {
  return admin.get<HireStory>(`/api/v1/hires/${id}`);
}
