import { type Values } from '../platform/field.ts';
import { type ListNode } from '../platform/lists.ts';
import { nameOf, type StoredProfile } from '../platform/profiles.ts';
import { situations } from '../seed/situations.ts';
import { type SimulatedPlatform } from '../simulated-platform.ts';

/** One entry that the connector has written back. */
interface WriteBackView {
  readonly entry: number;
  readonly name: string;
  readonly status: string;
  readonly date: string;
  readonly url: string;
  readonly notes: string;
}

/** One line of the recruiter's list. */
export interface WorkflowView {
  readonly type: 'applicantworkflows' | 'onboardworkflows';
  readonly id: number;
  readonly candidate: string;
  readonly about: string;
  readonly job: string;
  readonly packages: string;
  readonly status: { readonly id: string; readonly label: string };
  readonly results: readonly WriteBackView[];
}

const MAX_LINES = 60;

/** The workflows that the page shows: those of the seeds first, the onboarding ones last. */
export function workflowViews(platform: SimulatedPlatform): readonly WorkflowView[] {
  const recruiting = [...platform.profiles.all('applicantworkflows')].slice(0, MAX_LINES);
  const onboarding = [...platform.profiles.all('onboardworkflows')].slice(0, MAX_LINES);
  return [...recruiting, ...onboarding].map((workflow) => toView(platform, workflow));
}

function toView(platform: SimulatedPlatform, workflow: StoredProfile): WorkflowView {
  const isRecruiting = workflow.type === 'applicantworkflows';
  const person = linked(platform, 'people', workflow.values['associatedprofile']);
  const job = linked(platform, 'jobs', workflow.values[isRecruiting ? 'baseprofile' : 'job']);
  const status = workflow.values['status'] as ListNode;
  return {
    type: isRecruiting ? 'applicantworkflows' : 'onboardworkflows',
    id: workflow.id,
    candidate: person === null ? 'Unknown person' : nameOf(person),
    about: aboutOf(platform, workflow),
    job: job === null ? 'No job' : nameOf(job),
    packages: packagesOf(platform, job),
    status: { id: status.id, label: status.value },
    results: platform.profiles.entries(workflow, 'assessmentresults').map(toResult),
  };
}

function linked(platform: SimulatedPlatform, type: 'people' | 'jobs', link: unknown): StoredProfile | null {
  const id = (link as { id?: number } | undefined)?.id;
  return id === undefined ? null : platform.profiles.find(type, id);
}

function aboutOf(platform: SimulatedPlatform, { id, type, values }: StoredProfile): string {
  const personId = (values['associatedprofile'] as { id?: number } | undefined)?.id;
  const candidate = platform.candidates.find((each) => each.workflowId === id || each.personId === personId);
  const about = candidate === undefined ? '' : situations[candidate.situation].about;
  return type === 'onboardworkflows' ? `${about}, being onboarded` : about;
}

function packagesOf(platform: SimulatedPlatform, job: StoredProfile | null): string {
  const nodes = (job?.values[platform.employer.packageField] ?? []) as readonly ListNode[];
  return nodes.length === 0 ? 'None' : nodes.map(({ value }) => value).join(', ');
}

function toResult(entry: Values & { readonly entry: number }): WriteBackView {
  const text = (name: string): string => (typeof entry[name] === 'string' ? entry[name] : '');
  const label = (name: string): string => (entry[name] as ListNode | undefined)?.value ?? '';
  return {
    entry: entry.entry,
    name: label('assessmentname'),
    status: label('assessmentstatus'),
    date: text('assessmentdate'),
    url: /^https?:\/\//.test(text('assessmenturl')) ? text('assessmenturl') : '',
    notes: [text('assessmentresult'), text('assessmentnotes')].filter((each) => each !== '').join(' · '),
  };
}
