import { fieldsToRead } from '../hires/fields-to-read.ts';
import { type CallContext, type Icims, type ProfileType } from '../icims/icims.ts';
import { addressLinkOf, linkedIdOf } from '../icims/value-shapes.ts';
import { type Platform } from '../platforms/platform.ts';
import { toFailure } from '../runtime/failure.ts';

type RecordName = 'workflow' | 'person' | 'job' | 'location';

/** One thing that was tried, and what to do when it did not work. */
export interface ConnectionCheck {
  name: RecordName | 'login' | 'record';
  ok: boolean;
  sentence: string;
  /** The fields that the API user cannot see. */
  fields?: string[];
}

const DEADLINE_MS = 20_000;

const profileOf = {
  workflow: 'applicantworkflows',
  person: 'people',
  job: 'jobs',
  location: 'companies',
} as const satisfies Record<RecordName, ProfileType>;

const labelOf = {
  workflow: 'Recruiting Workflow',
  person: 'Person',
  job: 'Job',
  location: 'Location',
} as const satisfies Record<RecordName, string>;

/**
 * Tries what live traffic does, with the same client and guard: log in, ask the Schema API per profile type for the
 * fields that screening and write-back need, and, when a workflow is named, read it, its person, job and location.
 */
export async function testConnection(
  platform: Platform,
  workflowId: string | undefined,
  icims: Icims,
): Promise<{ ok: boolean; checks: ConnectionCheck[] }> {
  const call: CallContext = { signal: AbortSignal.timeout(DEADLINE_MS), priority: 'interactive' };
  const needed = neededFields(platform);
  const names = Object.keys(profileOf) as RecordName[];
  const schemas = await Promise.all(
    names.map((name) => checkSchema(platform, { name, needed: needed[name] }, icims, call)),
  );
  const checks = [loginCheck(schemas), ...schemas];
  if (workflowId !== undefined) checks.push(await checkRecord(platform, workflowId, icims, call));
  return { ok: checks.every(({ ok }) => ok), checks };
}

/** Read fields, and on the write-back's profile type the collection. */
function neededFields(platform: Platform): Record<RecordName, string[]> {
  const needed = fieldsToRead(platform);
  const target = platform.writeBack?.target;
  if (platform.writeBack && target === 'applicantworkflows') needed.workflow.push(platform.writeBack.collection);
  if (platform.writeBack && target === 'people') needed.person.push(platform.writeBack.collection);
  return needed;
}

async function checkSchema(
  platform: Platform,
  { name, needed }: { name: RecordName; needed: readonly string[] },
  icims: Icims,
  call: CallContext,
): Promise<ConnectionCheck & { code?: string }> {
  try {
    const visible = new Set(await icims.readSchema(platform, profileOf[name], call));
    const fields = needed.filter((field) => !visible.has(field));
    if (fields.length === 0)
      return { name, ok: true, sentence: `All ${needed.length} fields of ${labelOf[name]} are visible.` };
    const sentence = `The API user cannot see ${fields.join(', ')} on ${labelOf[name]}. Check the names, and the field rights of the API user's login group in iCIMS.`;
    return { name, ok: false, sentence, fields };
  } catch (thrown) {
    const { message, code } = toFailure(thrown);
    return { name, ok: false, sentence: message, code };
  }
}

function loginCheck(schemas: readonly (ConnectionCheck & { code?: string })[]): ConnectionCheck {
  if (schemas.some(({ ok, fields }) => ok || fields !== undefined))
    return { name: 'login', ok: true, sentence: 'iCIMS accepted the credential.' };
  const refused = schemas.find(({ code }) => code === 'ICIMS_ACCESS') ?? schemas[0];
  return { name: 'login', ok: false, sentence: refused?.sentence ?? 'iCIMS did not answer.' };
}

async function checkRecord(
  platform: Platform,
  workflowId: string,
  icims: Icims,
  call: CallContext,
): Promise<ConnectionCheck> {
  const fields = fieldsToRead(platform);
  try {
    const workflow = await icims.readProfile(
      platform,
      { profile: 'applicantworkflows', id: workflowId, fields: fields.workflow },
      call,
    );
    const personId = linkedIdOf(workflow['associatedprofile']);
    const jobId = linkedIdOf(workflow['baseprofile']);
    if (personId === null || jobId === null) return hidden(personId === null ? 'associatedprofile' : 'baseprofile');
    const [, job] = await Promise.all([
      icims.readProfile(platform, { profile: 'people', id: personId, fields: fields.person }, call),
      icims.readProfile(platform, { profile: 'jobs', id: jobId, fields: fields.job }, call),
    ]);
    const location = addressLinkOf(job['joblocation']);
    if (location !== null)
      await icims.readProfile(
        platform,
        { profile: 'companies', id: location.companyId, fields: fields.location },
        call,
      );
    return { name: 'record', ok: true, sentence: `Workflow ${workflowId}, its person, job and location can be read.` };
  } catch (thrown) {
    return { name: 'record', ok: false, sentence: toFailure(thrown).message };
  }
}

function hidden(field: string): ConnectionCheck {
  return {
    name: 'record',
    ok: false,
    sentence: `The workflow does not show ${field}: the API user lacks the right to see it.`,
    fields: [field],
  };
}
