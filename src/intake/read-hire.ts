import { type EventTargets } from '../icims/event-links.ts';
import { type Profile, type ProfileRef, type ProfileType } from '../icims/icims.ts';
import { addressLinkOf, linkedIdOf } from '../icims/value-shapes.ts';
import { type fieldsToRead } from '../hires/fields-to-read.ts';
import { Failure } from '../runtime/failure.ts';
import { type Event } from './event.ts';

export type FieldsToRead = ReturnType<typeof fieldsToRead>;

/** What was read for one hire, and which profiles it turned out to be about. */
export interface ReadHire {
  readonly workflowType: 'applicantworkflows' | 'onboardworkflows';
  readonly personId: string;
  readonly jobId: string | null;
  readonly workflow: Profile;
  readonly person: Profile;
  readonly job: Profile;
  readonly location: Profile;
}

/** Reads one profile's fields; `readLocation` may answer from a cache. */
export interface ReadProfiles {
  readonly read: (ref: ProfileRef & { fields: readonly string[] }) => Promise<Profile>;
  readonly readLocation: (companyId: string, fields: readonly string[]) => Promise<Profile>;
}

const nothing: Profile = {};
const noJob = { job: nothing, location: nothing };

/**
 * Reads workflow, person, job and the job's location in parallel, four reads at most when the event names the right
 * person and job. The workflow decides: when its `associatedprofile` or its job is not the one that the event named,
 * the right one is read instead (iCIMS events were seen whose `personId` differs from their person link).
 */
export async function readHire(
  event: Event,
  targets: EventTargets,
  fields: FieldsToRead,
  profiles: ReadProfiles,
): Promise<ReadHire> {
  const workflowType = workflowTypeOf(event, targets);
  const people = remember((id) => profiles.read({ profile: 'people', id, fields: fields.person }));
  const jobs = remember((id) => readJob(id, fields, profiles));
  const guess = guessOf(event, targets);
  if (guess.personId !== null) void people(guess.personId);
  if (guess.jobId !== null) void jobs(guess.jobId);

  const ref = { profile: workflowType, id: event.systemId } as const;
  const workflow = await profiles.read({ ...ref, fields: withJobField(workflowType, fields.workflow) });
  const personId = linkedIdOf(workflow['associatedprofile']) ?? guess.personId;
  if (personId === null) throw hidden(workflowType, 'associatedprofile');
  const jobId = linkedIdOf(workflow[jobFieldOf[workflowType]]) ?? guess.jobId;
  const [person, { job, location }] = await Promise.all([people(personId), jobId === null ? noJob : jobs(jobId)]);
  return { workflowType, personId, jobId, workflow, person, job, location };
}

/** Whom the event seems to be about, to be read before the workflow has said so. */
function guessOf(event: Event, { person, job }: EventTargets): { personId: string | null; jobId: string | null } {
  return { personId: agreed(event.personId, person?.id), jobId: event.jobId ?? job?.id ?? null };
}

/** On recruiting workflows the base profile is the job; on onboarding workflows it is the new hire category. */
const jobFieldOf = { applicantworkflows: 'baseprofile', onboardworkflows: 'job' } as const;

function withJobField(workflowType: keyof typeof jobFieldOf, fields: readonly string[]): readonly string[] {
  return fields.includes(jobFieldOf[workflowType]) ? fields : [...fields, jobFieldOf[workflowType]];
}

/** Recruiting, unless a trusted link says that it is an onboarding workflow. */
export function workflowTypeOf(event: Event, targets: EventTargets): 'applicantworkflows' | 'onboardworkflows' {
  const { workflow } = targets;
  return workflow?.id === event.systemId && workflow.type === 'onboardworkflows'
    ? 'onboardworkflows'
    : 'applicantworkflows';
}

/** The id both agree on; null when they contradict each other or neither knows it. */
function agreed(one: string | null, other: string | undefined): string | null {
  if (one !== null && other !== undefined && one !== other) return null;
  return one ?? other ?? null;
}

async function readJob(
  id: string,
  fields: FieldsToRead,
  profiles: ReadProfiles,
): Promise<{ job: Profile; location: Profile }> {
  const job = await profiles.read({ profile: 'jobs', id, fields: fields.job });
  const link = addressLinkOf(job['joblocation']);
  if (link === null || fields.location.length === 0) return { job, location: nothing };
  const company = await profiles.readLocation(link.companyId, fields.location);
  return { job, location: atAddress(company, link.entry) };
}

/** A location has several addresses; the job's `joblocation` names one by its entry number. */
function atAddress(company: Profile, entry: string | null): Profile {
  const addresses = company['addresses'];
  if (!Array.isArray(addresses) || entry === null) return company;
  const ours = addresses.filter((address: unknown) => String((address as Profile | null)?.['entry']) === entry);
  return ours.length === 0 ? company : { ...company, addresses: ours };
}

/** One read per id. A guess that turns out wrong may fail unseen. */
function remember<Read>(read: (id: string) => Promise<Read>): (id: string) => Promise<Read> {
  const reads = new Map<string, Promise<Read>>();
  return (id) => {
    const known = reads.get(id) ?? read(id);
    known.catch(() => undefined);
    reads.set(id, known);
    return known;
  };
}

function hidden(profile: ProfileType, field: string): Failure {
  return new Failure(
    'rejected',
    'ICIMS_ACCESS',
    `iCIMS did not show ${field} on ${profile}: the API user lacks the right to see it. Ask iCIMS to open it for the API user's login group.`,
  );
}
