import { type EventBody, statusChangeEvent } from '../../src/sandbox/events/status-change-event.ts';
import { type Candidate } from '../../src/sandbox/seed/seed-platform.ts';
import { type SimulatedPlatform } from '../../src/sandbox/simulated-platform.ts';

/** The event of a candidate who accepted the offer, as iCIMS would send it; `changes` replace or, undefined, drop keys. */
export function anOfferAccepted(
  platform: SimulatedPlatform,
  candidate: Candidate,
  changes: Readonly<Record<string, unknown>> = {},
): EventBody {
  return aMove(platform, candidate, 'offerAccepted', changes);
}

/** The event of a candidate whose offer was taken back. */
export function anOfferRescinded(platform: SimulatedPlatform, candidate: Candidate): EventBody {
  return aMove(platform, candidate, 'offerRescinded');
}

/** The event of a move to any status of the platform. */
export function aMove(
  platform: SimulatedPlatform,
  { workflowId }: Candidate,
  to: keyof SimulatedPlatform['employer']['statuses'],
  changes: Readonly<Record<string, unknown>> = {},
): EventBody {
  const workflow = platform.profiles.find('applicantworkflows', workflowId);
  if (workflow === null) throw new RangeError(`No workflow ${workflowId}`);
  const { statuses } = platform.employer;
  const event = statusChangeEvent({
    customerId: platform.customerId,
    platformUrl: platform.url,
    workflow,
    oldStatus: statuses.interview.id,
    newStatus: statuses[to].id,
    userId: platform.recruiterId,
  });
  return Object.fromEntries(Object.entries({ ...event, ...changes }).filter(([, value]) => value !== undefined));
}
