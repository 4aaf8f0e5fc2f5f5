import { choosePackage, packageSentence } from '../hires/choose-package.ts';
import { fieldsToRead } from '../hires/fields-to-read.ts';
import { type CanonicalFields, type Completeness } from '../hires/hire.ts';
import { type HireTrace, type ProfileRead } from '../hires/hire-trace.ts';
import { mapHire, type MappedHire } from '../hires/map-hire.ts';
import { refusalSentence } from '../hires/refusal-sentence.ts';
import { type EventTargets } from '../icims/event-links.ts';
import { isCategoryEnabled, type PackageItem, type Platform } from '../platforms/platform.ts';
import { Failure } from '../runtime/failure.ts';
import { type Event } from './event.ts';
import { readHire, type FieldsToRead, type ReadHire, type ReadProfiles } from './read-hire.ts';

/** A hire that may be accepted. */
export interface ScreenedHire {
  readonly read: ReadHire;
  readonly item: PackageItem;
  readonly fields: CanonicalFields;
  readonly completeness: Completeness;
  readonly trace: HireTrace;
}

/** A hire that was read and mapped, whether or not it is complete. */
export interface AssessedHire extends Pick<ScreenedHire, 'read' | 'item'> {
  readonly mapped: MappedHire;
  readonly reads: readonly ProfileRead[];
  readonly readAt: string;
}

/** A hire of a visa category that the platform does not open cases for yet. */
export interface NotEnabled {
  readonly notEnabled: string;
}

interface Ordered {
  readonly platform: Platform;
  readonly event: Event;
  readonly targets: () => EventTargets;
}

/**
 * Reads the hire from iCIMS, finds the package, maps and checks.
 * Throws `invalid` UNKNOWN_PACKAGE or SEVERAL_PACKAGES, `missing` MISSING_FIELDS (all of them at once), and whatever
 * the reads throw. `readAt` is the time of now, ISO 8601 in UTC.
 */
export async function screenHire(ordered: Ordered, profiles: ReadProfiles, readAt: string): Promise<ScreenedHire> {
  return requireComplete(await assessHire(ordered, profiles, readAt));
}

/** The same for a hire that is new: of a category that is not enabled nothing is asked, not even whether it is complete. */
export async function screenNewHire(
  ordered: Ordered,
  profiles: ReadProfiles,
  readAt: string,
): Promise<ScreenedHire | NotEnabled> {
  const assessed = await assessHire(ordered, profiles, readAt);
  const { visaCategory } = assessed.item;
  return isCategoryEnabled(ordered.platform, visaCategory) ? requireComplete(assessed) : { notEnabled: visaCategory };
}

/** Reads, finds the package and maps; refuses nothing that is incomplete. */
export async function assessHire(
  { platform, event, targets }: Ordered,
  profiles: ReadProfiles,
  readAt: string,
): Promise<AssessedHire> {
  const reads: ProfileRead[] = [];
  const read = await readHire(event, targets(), fieldsOf(platform), noting(profiles, reads));
  const item = packageOf(read, platform);
  const today = readAt.slice(0, 10);
  const mapped = mapHire({ platform, visaCategory: item.visaCategory, records: read, today });
  return { read, reads, readAt, item, mapped };
}

/** Throws `missing` MISSING_FIELDS that names them all. */
export function requireComplete({ read, reads, readAt, item, mapped }: AssessedHire): ScreenedHire {
  const { fields, problems, completeness } = mapped;
  if (problems.length > 0) {
    const missing = problems.map(({ key, kind }) => `${key} (${kind})`).join(', ');
    throw new Failure('missing', 'MISSING_FIELDS', `Not complete in iCIMS: ${missing}.`, {
      userMessage: refusalSentence(problems),
      facts: { fields: problems.map(({ key }) => key).join(',') },
    });
  }
  const steps = mapped.trace().filter(({ outcome }) => outcome !== 'missing');
  return { read, item, fields, completeness, trace: { readAt, reads, steps } };
}

/** The same reads, each noted. A location may come from the cache; it is noted as well. */
function noting({ read, readLocation }: ReadProfiles, reads: ProfileRead[]): ReadProfiles {
  return {
    read: (ref) => {
      reads.push(ref);
      return read(ref);
    },
    readLocation: (id, fields) => {
      reads.push({ profile: 'companies', id, fields });
      return readLocation(id, fields);
    },
  };
}

function packageOf({ job }: ReadHire, { packages }: Platform): PackageItem {
  const choice = choosePackage(job, packages);
  if (choice.ok) return choice.item;
  const operatorSentence =
    choice.code === 'UNKNOWN_PACKAGE'
      ? `The job's ${packages.field} holds none of the platform's packages.`
      : `The job's ${packages.field} holds several of the platform's packages.`;
  throw new Failure('invalid', choice.code, operatorSentence, { userMessage: packageSentence(choice.code, packages) });
}

const fieldsByPlatform = new WeakMap<Platform, FieldsToRead>();

function fieldsOf(platform: Platform): FieldsToRead {
  const known = fieldsByPlatform.get(platform);
  if (known !== undefined) return known;
  const fields = fieldsToRead(platform);
  fieldsByPlatform.set(platform, fields);
  return fields;
}
