import { type Values } from '../platform/field.ts';
import { type Profiles, type StoredProfile } from '../platform/profiles.ts';
import { type Employer } from './employer.ts';
import { jobKeys, jobs } from './jobs.ts';
import { personValues, toCustomFields } from './person-values.ts';
import { countries, states, type WorkLocation } from './places.ts';
import { seedNodes } from './platform-setup.ts';
import { situations, type JobKey, type SituationKey } from './situations.ts';

/** The ids of one candidate and their application. */
export interface Candidate {
  readonly situation: SituationKey;
  readonly personId: number;
  readonly jobId: number;
  readonly workflowId: number;
  /** Set for the candidates that are being onboarded as well. */
  readonly onboardWorkflowId?: number;
}

/** Everybody that was seeded, and a way to seed more. */
export interface Casting {
  readonly candidates: readonly Candidate[];
  readonly recruiterId: number;
  /** A further candidate in a situation, with a workflow of their own on the same job. */
  add(situation: SituationKey): Candidate;
}

const onboarded: Readonly<Partial<Record<SituationKey, { readonly withJob: boolean }>>> = {
  'h1b-transfer': { withJob: true },
  e3: { withJob: false },
};

/**
 * Fills a platform with an employer's locations, jobs, one candidate for each visa situation, their recruiting workflows
 * (status "interview"), and two onboarding workflows: one with a job, one without.
 */
export function seedPlatform(profiles: Profiles, employer: Employer, now: () => Date): Casting {
  const lastIds = { ...employer.firstIds };
  const nextId = (kind: keyof typeof lastIds): number => (lastIds[kind] += 1);
  const recruiter = profiles.put('people', nextId('person'), {
    ...employer.recruiter,
    email: `recruiter.${employer.customerId}@example.com`,
    folder: seedNodes.hiringManager,
  });
  const locations = employer.locations.map((location) =>
    profiles.put('companies', nextId('company'), companyValues(location)),
  );
  const jobIds = new Map(
    jobKeys.map((key) => [
      key,
      profiles.put('jobs', nextId('job'), jobValues(employer, key, { profiles, locations, recruiter })),
    ]),
  );

  const add = (situation: SituationKey): Candidate => {
    const personId = nextId('person');
    const person = profiles.put('people', personId, personValues(employer, situation, personId, now()));
    const job = jobIds.get(situations[situation].job);
    if (job === undefined) throw new RangeError(`No job for ${situation}`);
    const workflowId = nextId('workflow');
    profiles.put('applicantworkflows', workflowId, workflowValues(employer, { profiles, person, job }));
    return { situation, personId, jobId: job.id, workflowId };
  };
  const onboard = (candidate: Candidate): Candidate => {
    const plan = onboarded[candidate.situation];
    if (plan === undefined) return candidate;
    const onboardWorkflowId = nextId('workflow');
    profiles.put('onboardworkflows', onboardWorkflowId, onboardValues(employer, profiles, candidate, plan.withJob));
    return { ...candidate, onboardWorkflowId };
  };
  const candidates = (Object.keys(situations) as SituationKey[]).map((key) => onboard(add(key)));
  return { candidates, recruiterId: recruiter.id, add };
}

function companyValues(location: WorkLocation): Values {
  return {
    name: location.name,
    folder: seedNodes.activeLocation,
    addresses: [
      {
        primary: true,
        addressstreet1: location.street,
        addresscity: location.city,
        addresscounty: location.county,
        addressstate: states[location.state],
        addresszip: location.zip,
        addresscountry: countries.US,
      },
    ],
  };
}

interface JobSurroundings {
  readonly profiles: Profiles;
  readonly locations: readonly StoredProfile[];
  readonly recruiter: StoredProfile;
}

function jobValues(employer: Employer, key: JobKey, { profiles, locations, recruiter }: JobSurroundings): Values {
  const job = jobs[key];
  const location = job.location === null ? undefined : locations[job.location];
  return {
    jobtitle: job.title,
    jobid: `2031-${1000 + jobKeys.indexOf(key)}`,
    folder: seedNodes.approved,
    department: seedNodes.technology,
    positiontype: seedNodes.fullTime,
    numberofpositions: 3,
    hiringmanager: profiles.link(recruiter),
    recruiter: profiles.link(recruiter),
    responsibilities: job.duties,
    qualifications: job.qualifications,
    joblocation: location === undefined ? null : addressLink(profiles, location),
    [employer.packageField]: job.packages.map((each) => employer.packages[each]),
    ...toCustomFields(employer, {
      soc: job.soc,
      wage: { currency: 'USD', amount: job.yearlyWage, timeframe: 'Yearly' },
      wageLevel: job.wageLevel,
    }),
  };
}

function addressLink(profiles: Profiles, location: StoredProfile): Values {
  const [address] = profiles.entries(location, 'addresses');
  const { profile, value } = profiles.link(location);
  const entry = address?.entry ?? 0;
  return { id: entry, companyid: location.id, address: `${profile}/fields/addresses/${entry}`, value };
}

function workflowValues(
  employer: Employer,
  { profiles, person, job }: { profiles: Profiles; person: StoredProfile; job: StoredProfile },
): Values {
  return {
    associatedprofile: profiles.link(person),
    baseprofile: profiles.link(job),
    status: employer.statuses.interview,
    source: 'Other (Please Specify)',
  };
}

function onboardValues(employer: Employer, profiles: Profiles, candidate: Candidate, withJob: boolean): Values {
  const person = profiles.find('people', candidate.personId);
  const job = profiles.find('jobs', candidate.jobId);
  return {
    associatedprofile: person === null ? null : profiles.link(person),
    baseprofile: { id: 12, value: 'Corporate New Hires' },
    status: employer.statuses.onboarding,
    ...(withJob && job !== null ? { job: profiles.link(job) } : {}),
  };
}
