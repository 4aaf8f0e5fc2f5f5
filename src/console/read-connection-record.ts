import { fieldsToRead } from '../hires/fields-to-read.ts';
import { type CallContext, type Icims, type Profile as Values } from '../icims/icims.ts';
import { addressLinkOf, linkedIdOf } from '../icims/value-shapes.ts';
import { type Platform } from '../platforms/platform.ts';
import { toFailure } from '../runtime/failure.ts';
import { type Profile } from './to-field-checks.ts';

interface RecordCheck {
  readonly ok: boolean;
  readonly sentence: string;
  readonly fields?: string[];
}

/** What could be read of one workflow, by profile type, and whether that was all. */
export interface ConnectionRecord {
  readonly check: RecordCheck;
  readonly read: ReadonlyMap<Profile, Values>;
}

/** Reads a workflow, its person, job and location as a screening does. Never throws: a failure is a finding. */
export async function readConnectionRecord(
  platform: Platform,
  workflowId: string,
  icims: Icims,
  call: CallContext,
): Promise<ConnectionRecord> {
  const read = new Map<Profile, Values>();
  const fields = fieldsToRead(platform);
  const readOne = async (profile: Profile, id: string, wanted: readonly string[]): Promise<Values> => {
    const values = await icims.readProfile(platform, { profile, id, fields: wanted }, call);
    read.set(profile, values);
    return values;
  };
  try {
    const workflow = await readOne('applicantworkflows', workflowId, fields.workflow);
    const personId = linkedIdOf(workflow['associatedprofile']);
    const jobId = linkedIdOf(workflow['baseprofile']);
    if (personId === null || jobId === null)
      return { read, check: hidden(personId === null ? 'associatedprofile' : 'baseprofile') };
    const [, job] = await Promise.all([readOne('people', personId, fields.person), readOne('jobs', jobId, fields.job)]);
    const location = addressLinkOf(job['joblocation']);
    if (location !== null) await readOne('companies', location.companyId, fields.location);
    const sentence = `Workflow ${workflowId}, its person, job and location can be read.`;
    return { read, check: { ok: true, sentence } };
  } catch (thrown) {
    return { read, check: { ok: false, sentence: toFailure(thrown).message } };
  }
}

function hidden(field: string): RecordCheck {
  return {
    ok: false,
    sentence: `The workflow does not show ${field}: the API user lacks the right to see it.`,
    fields: [field],
  };
}
