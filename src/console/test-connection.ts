import { platformFields } from '../hires/platform-fields.ts';
import { type Allowance, type CallContext, type Icims, type SchemaField } from '../icims/icims.ts';
import { type Platform } from '../platforms/platform.ts';
import { type Failure, toFailure } from '../runtime/failure.ts';
import { readConnectionRecord } from './read-connection-record.ts';
import { type FieldCheck, type Profile, profileLabel, type SchemaAnswer, toFieldChecks } from './to-field-checks.ts';

type RecordName = 'workflow' | 'person' | 'job' | 'location';

/** One thing that was tried, and what to do when it did not work. */
interface ConnectionCheck {
  name: RecordName | 'login' | 'write-back' | 'record';
  ok: boolean;
  sentence: string;
  /** The fields that the API user cannot see. */
  fields?: string[];
}

export interface ConnectionTest {
  ok: boolean;
  checks: ConnectionCheck[];
  fields: FieldCheck[];
  allowance: Allowance;
}

const DEADLINE_MS = 20_000;

const profileOf = {
  workflow: 'applicantworkflows',
  person: 'people',
  job: 'jobs',
  location: 'companies',
} as const satisfies Record<RecordName, Profile>;

/**
 * Tries what live traffic does, with the same client and guard: log in, ask the Schema API per profile type for the
 * fields that screening and write-back need, and, when a workflow is named, read it, its person, job and location.
 */
export async function testConnection(
  platform: Platform,
  workflowId: string | undefined,
  icims: Icims,
): Promise<ConnectionTest> {
  const call: CallContext = { signal: AbortSignal.timeout(DEADLINE_MS), priority: 'interactive' };
  const needed = platformFields(platform);
  const profiles = [...new Set([...Object.values(profileOf), ...needed.map(({ profile }) => profile)])];
  const schemas = new Map(
    await Promise.all(profiles.map(async (name) => [name, await askSchema(platform, name, icims, call)] as const)),
  );
  const record = workflowId === undefined ? undefined : await readConnectionRecord(platform, workflowId, icims, call);
  const fields = toFieldChecks(needed, schemas, record?.read);
  const checks = [
    loginCheck([...schemas.values()]),
    ...profileChecks(fields, schemas),
    ...writeBackCheck(platform, fields),
  ];
  if (record !== undefined) checks.push({ name: 'record', ...record.check });
  return { ok: checks.every(({ ok }) => ok), checks, fields, allowance: icims.allowanceOf(platform) };
}

async function askSchema(
  platform: Platform,
  profile: Profile,
  icims: Icims,
  call: CallContext,
): Promise<readonly SchemaField[] | Failure> {
  return await icims.readSchema(platform, profile, call).catch((thrown: unknown) => toFailure(thrown));
}

function profileChecks(fields: readonly FieldCheck[], schemas: ReadonlyMap<Profile, SchemaAnswer>): ConnectionCheck[] {
  return (Object.entries(profileOf) as [RecordName, Profile][]).map(([name, profile]) => {
    const answer = schemas.get(profile);
    if (answer instanceof Error) return { name, ok: false, sentence: answer.message };
    return {
      name,
      ...judge(
        profile,
        fields.filter((field) => field.profile === profile && field.access === 'read'),
      ),
    };
  });
}

function writeBackCheck({ writeBack }: Platform, fields: readonly FieldCheck[]): ConnectionCheck[] {
  if (writeBack === null) return [];
  const written = fields.filter(({ access }) => access === 'read-write');
  return [{ name: 'write-back', ...judge(writeBack.target, written) }];
}

function judge(profile: Profile, needed: readonly FieldCheck[]): Omit<ConnectionCheck, 'name'> {
  const hidden = needed.filter(({ state }) => !['readable', 'empty'].includes(state)).map(({ field }) => field);
  const label = profileLabel[profile];
  if (hidden.length === 0) return { ok: true, sentence: `All ${needed.length} fields of ${label} are visible.` };
  const sentence = `The API user cannot see ${hidden.join(', ')} on ${label}. Check the names, and the field rights of the API user's login group in iCIMS.`;
  return { ok: false, sentence, fields: hidden };
}

function loginCheck(answers: readonly SchemaAnswer[]): ConnectionCheck {
  const failures = answers.filter((answer) => answer instanceof Error);
  if (failures.length < answers.length) return { name: 'login', ok: true, sentence: 'iCIMS accepted the credential.' };
  const refused = failures.find(({ code }) => code === 'ICIMS_ACCESS') ?? failures[0];
  return { name: 'login', ok: false, sentence: refused?.message ?? 'iCIMS did not answer.' };
}
