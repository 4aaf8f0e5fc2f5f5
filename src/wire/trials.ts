import { testCaseSystem } from '../cases/test-case-system.ts';
import { type SetupTrials, type TriedHire } from '../console/setup-trials.ts';
import { toEntry } from '../delivery/write-back.ts';
import { createLocationCache } from '../intake/location-cache.ts';
import { readForSetup } from '../intake/read-for-setup.ts';
import { rehearseEvent, type Rehearsal } from '../intake/rehearse-event.ts';
import { type Platform } from '../platforms/platform.ts';
import { type Shared } from './share.ts';

/** The trials of the set-up path, by the code that does the same in earnest. */
export function createTrials(shared: Shared, newId: () => string): SetupTrials {
  const { store, icims, http, clock, publicUrl, config } = shared;
  const deadlineMs = config.screeningDeadlineMs;
  return {
    readRecords: (platform, workflowId) => readForSetup(platform, workflowId, { icims, deadlineMs }),
    async tryHire(platform, workflowId, newStatus) {
      // Nothing is remembered: whoever tries has just mended something, perhaps a location.
      const parts = { icims, clock, deadlineMs, locations: createLocationCache(), store: store.intake };
      const { read, ...rehearsal } = await rehearseEvent({ platform, workflowId, newStatus }, parts);
      return {
        ...rehearsal,
        writeBack: entryOf(platform, { ...rehearsal, read }, { workflowId, publicUrl, at: clock() }),
      };
    },
    testCaseSystem: (platform) => testCaseSystem(platform, { http, clock, newId }),
  };
}

const NOT_YET = 'given when the hire is accepted';

/** As the delivery would write it once the case is open. */
function entryOf(
  { customerId, writeBack }: Platform,
  { outcome, action, package: item, read }: Rehearsal,
  { workflowId, publicUrl, at }: { workflowId: string; publicUrl: string; at: Date },
): TriedHire['writeBack'] {
  if (writeBack === null || outcome !== 'accepted' || action !== 'open-case' || item === null || read === null)
    return null;
  const { workflowType, personId, jobId } = read;
  if (writeBack.target !== 'people' && writeBack.target !== workflowType) return null;
  const { packageId, visaCategory, label } = item;
  const ids = { id: NOT_YET, customerId, workflowType, workflowId, personId, jobId };
  const subject = { ...ids, packageId, visaCategory, acceptedAt: at };
  const hire = { subject, packageLabel: label, receipt: null, withdrawRequested: false };
  const entry = toEntry(hire, writeBack, 'opened', () => `${publicUrl}/…`);
  const values = Object.entries(entry).map(([field, value]) => ({ field, value: toText(value) }));
  return { target: writeBack.target, collection: writeBack.collection, values };
}

function toText(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.values(value).join(' ') : String(value);
}
