import { type CallContext, type CollectionRef, type Icims, type Profile } from '../icims/icims.ts';
import { toIcimsDateTime } from '../icims/value-shapes.ts';
import { type Platform, type WriteBack } from '../platforms/platform.ts';
import { Failure } from '../runtime/failure.ts';
import { type Claim, type DeliverableHire, type WriteBackStatus } from './delivery-store.ts';

/** Field limit of `assessmentnotes` (iCIMS, Recruiting Workflow data model). */
const NOTES_MAX = 192;

/** What a write-back needs around it. */
export interface WriteBackParts {
  readonly icims: Icims;
  /** Where a person can look when there is no case yet. */
  readonly hireUrl: (hireId: string) => string;
}

interface Wish {
  readonly claim: Claim;
  /** The same claim tried to announce the hire, perhaps in vain. */
  readonly announced: boolean;
  readonly isHeld: () => boolean;
  readonly status: WriteBackStatus;
}

/**
 * Keeps one entry per hire on the iCIMS profile and puts this status on it. Answers the entry's number, null when iCIMS
 * did not tell it, or `skipped` when this hire has no profile of the configured kind.
 *
 * Before the first call nothing of ours can be there. Later an entry may exist whose number was never learned (the
 * answer was lost, perhaps to an announcement of this very claim): then the collection is read first. iCIMS also drops
 * entries identical to one it has, which is why everything in the entry is fixed once the hire is accepted. An entry that
 * is there says `sent` already, or more: an announcement changes none, so that one that is carried out late takes nothing back.
 * Throws `unavailable` LEASE_LOST instead of writing when `isHeld` says no, and whatever iCIMS throws.
 */
export async function writeBack(
  { platform, writeBack: target }: { platform: Platform; writeBack: WriteBack },
  { claim, announced, isHeld, status }: Wish,
  { icims, hireUrl }: WriteBackParts,
  call: CallContext,
): Promise<{ entry: string | null } | 'skipped'> {
  const profileId = profileIdOf(claim.hire, target);
  if (profileId === null) return 'skipped';
  const ref: CollectionRef = { profile: target.target, id: profileId, collection: target.collection };
  const values = toEntry(claim.hire, target, status, hireUrl);
  const known = claim.hire.writeBackEntry ?? (await findOurs(ref, claim));
  // iCIMS takes a second entry, and an older status, as gladly as the first: whoever has taken over by now writes, not we.
  if (!isHeld()) throw leaseLost();
  if (known === null) return { entry: await icims.addEntry(platform, { ...ref, values }, call) };
  if (status !== 'sent') await icims.changeEntry(platform, { ...ref, entry: known, values }, call);
  return { entry: known };

  async function findOurs(collection: CollectionRef, { hire, claims }: Claim): Promise<string | null> {
    if (claims === 1 && !announced && hire.writtenStatus === null) return null;
    const entries = await icims.readCollection(platform, collection, call);
    return entries.find((entry) => isOurs(entry.values, hire, target))?.entry ?? null;
  }
}

function leaseLost(): Failure {
  return new Failure('unavailable', 'LEASE_LOST', 'This process was held up for so long that another takes over.');
}

/** An onboarding workflow has no fields of a recruiting one, and the other way round. */
function profileIdOf({ subject }: DeliverableHire, { target }: WriteBack): string | null {
  if (target === 'people') return subject.personId;
  return target === subject.workflowType ? subject.workflowId : null;
}

type Described = Pick<DeliverableHire, 'subject' | 'packageLabel' | 'receipt' | 'withdrawRequested'>;

/** The entry of a hire with this status. */
export function toEntry(
  hire: Described,
  { fields, statuses }: WriteBack,
  status: WriteBackStatus,
  hireUrl: WriteBackParts['hireUrl'],
): Profile {
  const statusId = statuses[status];
  if (statusId === undefined) throw new Failure('defect', 'INTERNAL', `No write-back status id for "${status}".`);
  return {
    [fields.name]: { value: hire.packageLabel },
    [fields.status]: { id: statusId },
    [fields.url]: hire.receipt?.caseUrl ?? hireUrl(hire.subject.id),
    ...(fields.date === undefined ? {} : { [fields.date]: toIcimsDateTime(hire.subject.acceptedAt) }),
    ...(fields.notes === undefined ? {} : { [fields.notes]: notesOf(hire) }),
  };
}

/** The hire id comes first: it is what we find our entry by. */
function notesOf({ subject, receipt, withdrawRequested }: Described): string {
  const caseNote = receipt === null ? '' : `, case ${receipt.caseId}`;
  return `Reference ${subject.id}${caseNote}${withdrawRequested ? ', withdrawn' : ''}`.slice(0, NOTES_MAX);
}

/** The hire id is looked for in the link, not the whole link: another process may have another PUBLIC_URL. */
function isOurs(entry: Profile, { subject, receipt }: DeliverableHire, { fields }: WriteBack): boolean {
  const notes = fields.notes === undefined ? undefined : entry[fields.notes];
  const url = entry[fields.url];
  const named = [notes, url].some((text) => typeof text === 'string' && text.includes(subject.id));
  return named || (receipt !== null && url === receipt.caseUrl);
}
