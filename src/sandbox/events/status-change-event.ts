import { type StoredProfile } from '../platform/profiles.ts';

/** The JSON body of an event: ids are strings. Tests may send keys that no version of iCIMS knows. */
export type EventBody = Readonly<Record<string, unknown>>;

interface EventLink {
  readonly rel: string;
  readonly title: string;
  readonly url: string;
}

interface StatusChange {
  readonly customerId: string;
  readonly platformUrl: string;
  readonly workflow: StoredProfile;
  readonly oldStatus: string;
  readonly newStatus: string;
  readonly userId: number;
}

/**
 * A `WorkFlowStatusChangeEvent` (iCIMS "Workflow Status Change Notification"). Status ids come as bare numbers, without
 * the letter that the REST API puts before them; an onboarding workflow without a job has no `jobId`.
 */
export function statusChangeEvent(change: StatusChange): EventBody {
  const { workflow, platformUrl } = change;
  const personId = linkedId(workflow.values['associatedprofile']);
  const isRecruiting = workflow.type === 'applicantworkflows';
  const jobId = linkedId(workflow.values[isRecruiting ? 'baseprofile' : 'job']);
  const link = (rel: string, title: string, path: string): EventLink => ({ rel, title, url: `${platformUrl}/${path}` });
  const own = isRecruiting
    ? link('applicantWorkflow', 'Applicant Workflow', '')
    : link('onboardWorkflow', 'Onboarding Workflow', '');
  const links = [
    { ...own, url: `${platformUrl}/${workflow.type}/${workflow.id}` },
    ...(jobId === null ? [] : [link('job', 'Job Profile', `jobs/${jobId}`)]),
    ...(personId === null ? [] : [link('person', 'Person Profile', `people/${personId}`)]),
    link('user', 'Posting User', `people/${change.userId}`),
  ];
  return {
    systemId: String(workflow.id),
    eventType: 'WorkFlowStatusChangeEvent',
    customerId: change.customerId,
    oldStatus: bareId(change.oldStatus),
    newStatus: bareId(change.newStatus),
    ...(jobId === null ? {} : { jobId: String(jobId) }),
    ...(personId === null ? {} : { personId: String(personId) }),
    userId: String(change.userId),
    links,
  };
}

/** The `Link` header in the odd form that iCIMS sends: no angle brackets, a comma after each link. */
export function linkHeader(event: EventBody): string | null {
  if (!Array.isArray(event['links'])) return null;
  const links = event['links'] as readonly EventLink[];
  return links.map(({ rel, title, url }) => `${url};rel="${rel}";title="${title}",`).join('');
}

function linkedId(link: unknown): number | null {
  const id = typeof link === 'object' && link !== null ? (link as { id?: unknown }).id : null;
  return typeof id === 'number' ? id : null;
}

function bareId(nodeId: string): string {
  return nodeId.replace(/^[A-Z]/, '');
}
