import { fieldsToRead } from '../hires/fields-to-read.ts';
import { type HireRecords } from '../hires/read-path.ts';
import { type Icims } from '../icims/icims.ts';
import { type Platform } from '../platforms/platform.ts';
import { readHire, type ReadProfiles } from './read-hire.ts';

/** Reads one workflow with its person, job and location by the code that reads live hires. Throws as the iCIMS port does. */
export async function readForSetup(
  platform: Platform,
  workflowId: string,
  { icims, deadlineMs }: { icims: Icims; deadlineMs: number },
): Promise<HireRecords> {
  const call = { signal: AbortSignal.timeout(deadlineMs), priority: 'background' } as const;
  const read: ReadProfiles['read'] = (ref) => icims.readProfile(platform, ref, call);
  const readLocation: ReadProfiles['readLocation'] = (id, fields) => read({ profile: 'companies', id, fields });
  const nobody = { jobId: null, personId: null, oldStatus: null, newStatus: null };
  const event = { customerId: platform.customerId, eventType: 'setup', systemId: workflowId, ...nobody };
  return readHire(event, {}, fieldsToRead(platform), { read, readLocation });
}
