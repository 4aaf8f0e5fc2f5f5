import { type ConnectorEvent, type HireStory } from '../contract-types.ts';
import { type GuidedCase, type Situation } from './guided-cases.ts';
import { watchEvents } from './new-events.ts';
import { lookUntil, type RealStage } from './stage.ts';
import { toTakenHire } from './taken-case.ts';

/** What is prepared before a person is told, so that nothing that they then do is missed. */
export async function awaitMatch(
  stage: RealStage,
  guided: GuidedCase,
  { situation, tell }: { readonly situation: Situation; readonly tell: () => void },
): Promise<ConnectorEvent | null> {
  const newEvents = await watchEvents(stage.admin, stage.customerId);
  tell();
  return lookUntil(stage, async () => {
    for (const event of await newEvents()) {
      const mismatch = guided.mismatch({ event, hire: await hireOf(stage, event) }, situation);
      if (mismatch === null) return event;
      stage.report(`    an event of workflow ${event.workflowId ?? '?'} came, but ${mismatch}: ${told(event)}`);
    }
    return null;
  });
}

async function hireOf({ admin }: RealStage, { outcome, hireId }: ConnectorEvent) {
  if (outcome !== 'accepted' || hireId === null) return null;
  return toTakenHire(await admin.get<HireStory>(`/api/v1/hires/${hireId}`));
}

function told({ outcome, code, reason }: ConnectorEvent): string {
  return [outcome, code, reason].filter((each) => each !== null).join(', ');
}
