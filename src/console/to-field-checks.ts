import { defaultMapping } from '../hires/default-mapping.ts';
import { type PlatformField } from '../hires/platform-fields.ts';
import { type Profile as Values, type SchemaField } from '../icims/icims.ts';
import { type Failure } from '../runtime/failure.ts';

export type Profile = PlatformField['profile'];
export type SchemaAnswer = readonly SchemaField[] | Failure | undefined;

/** What the API user sees of one field that the platform needs, what that means, and how it is mended in iCIMS. */
export interface FieldCheck extends PlatformField {
  label: string | null;
  /**
   * `readable`; `empty` on the record that was read; `not-permitted`: every iCIMS platform has the field; `missing`: under
   * this id it does not exist, or may not be seen (iCIMS tells both alike); `unknown`: iCIMS could not be asked.
   */
  state: 'readable' | 'empty' | 'missing' | 'not-permitted' | 'unknown';
  /** What to do; null when there is nothing to do. */
  mend: string | null;
}

export const profileLabel = {
  applicantworkflows: 'Recruiting Workflow',
  onboardworkflows: 'Onboarding Workflow',
  people: 'Person',
  jobs: 'Job',
  companies: 'Location',
} as const satisfies Record<Profile, string>;

const recordOf: Readonly<Record<string, Profile>> = {
  person: 'people',
  job: 'jobs',
  location: 'companies',
  workflow: 'applicantworkflows',
};

/** Fields of iCIMS' own data models; customers name theirs `field` and a number. */
const standard = new Set([
  ...defaultMapping
    .map(({ from }) => from.split('.'))
    .map(([record = '', root = '']) => `${recordOf[record] ?? ''}.${root}`),
  ...['associatedprofile', 'baseprofile', 'status', 'assessmentresults'].map((id) => `applicantworkflows.${id}`),
  ...['joblocation', 'assessmenttype', 'bgcpackagetype'].map((id) => `jobs.${id}`),
]);

/** One check for each needed field. `read` holds the values of a real record, by profile type. */
export function toFieldChecks(
  needed: readonly PlatformField[],
  schemas: ReadonlyMap<Profile, SchemaAnswer>,
  read: ReadonlyMap<Profile, Values> | undefined,
): FieldCheck[] {
  return needed.map((field) => {
    const answer = schemas.get(field.profile);
    const seen = answer === undefined || answer instanceof Error ? undefined : find(field.field, answer);
    const state = stateOf(field, { answer, isSeen: seen !== undefined, values: read?.get(field.profile) });
    return { ...field, label: seen?.label ?? null, state, mend: mendOf[state](field) };
  });
}

function find(path: string, fields: readonly SchemaField[]): SchemaField | undefined {
  const [root, child] = path.split('.');
  const found = fields.find(({ id }) => id === root);
  return child === undefined ? found : found?.fields.find(({ id }) => id === child);
}

interface Seen {
  readonly answer: SchemaAnswer;
  readonly isSeen: boolean;
  readonly values: Values | undefined;
}

function stateOf(field: PlatformField, { answer, isSeen, values }: Seen): FieldCheck['state'] {
  if (answer === undefined) return 'unknown';
  if (answer instanceof Error) return isRefusal(answer) ? 'not-permitted' : 'unknown';
  if (!isSeen) return isStandard(field) ? 'not-permitted' : 'missing';
  return isEmptyOn(values, field) ? 'empty' : 'readable';
}

function isStandard({ profile, field, access }: PlatformField): boolean {
  return access === 'read' && standard.has(`${profile}.${rootOf(field)}`);
}

/** What is written may rightly be empty. */
function isEmptyOn(values: Values | undefined, { field, access }: PlatformField): boolean {
  return access === 'read' && values !== undefined && values[rootOf(field)] === undefined;
}

function rootOf(field: string): string {
  return field.split('.')[0] ?? field;
}

/** iCIMS hides missing rights as 404. */
function isRefusal({ code }: Failure): boolean {
  return code === 'ICIMS_ACCESS' || code === 'ICIMS_NOT_FOUND';
}

const WHERE =
  "in iCIMS: an admin finds the login group of the API user on its Person profile, tab Login, and the group's field rights in System Configuration, or asks iCIMS Technical Support.";

const mendOf = {
  readable: () => null,
  empty: () =>
    'Nothing to do if it is empty on that record; iCIMS also leaves out what the API user may not read there.',
  missing: ({ profile, field, access }) =>
    access === 'read'
      ? `Check the id ${field} in the field mapping: ${profileLabel[profile]} shows no such field. If it is right, let the API user view it ${WHERE}`
      : `Check ${field} in the write-back target, or let the API user view and edit it on ${profileLabel[profile]} ${WHERE}`,
  'not-permitted': ({ profile, field }) => `Let the API user view ${field} on ${profileLabel[profile]} ${WHERE}`,
  unknown: () => 'iCIMS could not be asked; see the login check, then test again.',
} as const satisfies Record<FieldCheck['state'], (field: PlatformField) => string | null>;
