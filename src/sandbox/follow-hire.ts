import { setTimeout as delay } from 'node:timers/promises';
import { type components } from '../contract/generated/admin.ts';
import { type AdminClient } from './admin-client.ts';
import { type MoveResult } from './events/move-to-status.ts';
import { workflowViews, type WorkflowView } from './recruiter/workflow-view.ts';
import { type Candidate } from './seed/seed-platform.ts';
import { type SimulatedPlatform } from './simulated-platform.ts';

type Hire = components['schemas']['Hire'];

/** One hire from the recruiter's click to the entry on the workflow. */
export interface HireStory {
  readonly candidate: string;
  readonly move: MoveResult;
  readonly hire: Hire;
  readonly theCase: components['schemas']['Case'];
  readonly results: WorkflowView['results'];
}

const POLL_MS = 50;
const DEADLINE_MS = 30_000;

/** Moves a candidate to "Offer accepted" and follows the hire until it is delivered. Throws Error when it is not. */
export async function followHire(
  platform: SimulatedPlatform,
  candidate: Candidate,
  admin: AdminClient,
): Promise<HireStory> {
  const workflow = { type: 'applicantworkflows', id: candidate.workflowId } as const;
  const move = await platform.moveToStatus(workflow, platform.employer.statuses.offerAccepted.id);
  const { reference } = JSON.parse(move.answer.body) as { reference?: string };
  if (reference === undefined) throw new Error(`The event was answered ${move.answer.status}: ${move.answer.body}`);
  const hire = await delivered(reference, admin);
  const theCase = await admin.get<HireStory['theCase']>(`/api/v1/cases/${hire.caseId ?? ''}`);
  const view = workflowViews(platform).find(({ id, type }) => id === candidate.workflowId && type === workflow.type);
  return { candidate: view?.candidate ?? 'a candidate', move, hire, theCase, results: view?.results ?? [] };
}

async function delivered(reference: string, admin: AdminClient): Promise<Hire> {
  const giveUpAt = Date.now() + DEADLINE_MS;
  while (Date.now() < giveUpAt) {
    const hire = await admin.get<Hire>(`/api/v1/hires/${reference}`);
    if (hire.state === 'delivered') return hire;
    if (hire.state === 'parked') throw new Error(`The hire is parked: ${hire.reason?.sentence ?? ''}`);
    await delay(POLL_MS);
  }
  throw new Error('The hire was not delivered within 30 seconds.');
}
