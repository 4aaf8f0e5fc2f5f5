import { type ProfileType } from '../platform/field.ts';
import { type ListNode, type Lists } from '../platform/lists.ts';
import { type Profiles } from '../platform/profiles.ts';
import { type EventAnswer } from './send-event.ts';
import { statusChangeEvent, type EventBody } from './status-change-event.ts';
import { isSuccess, whatIcimsShows, type Shown } from './what-icims-shows.ts';

/** A recruiting or onboarding workflow. */
export interface WorkflowRef {
  readonly type: Extract<ProfileType, 'applicantworkflows' | 'onboardworkflows'>;
  readonly id: number | string;
}

/** What a move needs of the platform. */
interface MovingPlatform {
  readonly customerId: string;
  readonly url: string;
  readonly recruiterId: number;
  readonly lists: Lists;
  readonly profiles: Profiles;
  sendEvent(event: EventBody): Promise<EventAnswer>;
}

/** What came of a status change: the event, the connector's answer, and what the recruiter reads. */
export interface MoveResult {
  readonly event: EventBody;
  readonly answer: EventAnswer;
  readonly shown: Shown;
  /** Status id that the workflow has now. */
  readonly statusId: string;
}

/**
 * Moves a workflow to a status and sends the event. The status is there for the connector to read while the event is
 * under way; it is taken back unless the connector answers 200 or 303. Throws RangeError for an unknown workflow or status.
 */
export async function moveToStatus(platform: MovingPlatform, ref: WorkflowRef, statusId: string): Promise<MoveResult> {
  const workflow = platform.profiles.find(ref.type, ref.id);
  const next = platform.lists.byId('lists.statuses', statusId);
  if (workflow === null || next === null) throw new RangeError(`No ${ref.type} ${ref.id}, or no status ${statusId}`);
  const before = workflow.values['status'] as ListNode;
  platform.profiles.overwrite(workflow, { status: next });
  const event = statusChangeEvent({
    customerId: platform.customerId,
    platformUrl: platform.url,
    workflow,
    oldStatus: before.id,
    newStatus: next.id,
    userId: platform.recruiterId,
  });
  const answer = await platform.sendEvent(event);
  if (!isSuccess(answer.status)) platform.profiles.overwrite(workflow, { status: before });
  const { id } = workflow.values['status'] as ListNode;
  return { event, answer, shown: whatIcimsShows(answer, platform.profiles.fields), statusId: id };
}
