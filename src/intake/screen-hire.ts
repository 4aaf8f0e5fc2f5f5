import { choosePackage, packageSentence } from '../hires/choose-package.ts';
import { fieldsToRead } from '../hires/fields-to-read.ts';
import { type CanonicalFields, type Completeness } from '../hires/hire.ts';
import { mapHire } from '../hires/map-hire.ts';
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
}

/** A hire of a visa category that the platform does not open cases for yet. */
export interface NotEnabled {
  readonly notEnabled: string;
}

interface Ordered {
  readonly platform: Platform;
  readonly event: Event;
  readonly targets: EventTargets;
}

/**
 * Reads the hire from iCIMS, finds the package, maps and checks.
 * Throws `invalid` UNKNOWN_PACKAGE or SEVERAL_PACKAGES, `missing` MISSING_FIELDS (all of them at once), and whatever
 * the reads throw. `today` is the calendar date in UTC, `yyyy-MM-dd`.
 */
export async function screenHire(ordered: Ordered, profiles: ReadProfiles, today: string): Promise<ScreenedHire> {
  const { platform } = ordered;
  const read = await readHire(ordered.event, ordered.targets, fieldsOf(platform), profiles);
  return complete({ platform, read, item: packageOf(read, platform) }, today);
}

/** The same for a hire that is new: of a category that is not enabled nothing is asked, not even whether it is complete. */
export async function screenNewHire(
  ordered: Ordered,
  profiles: ReadProfiles,
  today: string,
): Promise<ScreenedHire | NotEnabled> {
  const { platform } = ordered;
  const read = await readHire(ordered.event, ordered.targets, fieldsOf(platform), profiles);
  const item = packageOf(read, platform);
  if (!isCategoryEnabled(platform, item.visaCategory)) return { notEnabled: item.visaCategory };
  return complete({ platform, read, item }, today);
}

function complete(
  { platform, read, item }: { platform: Platform; read: ReadHire; item: PackageItem },
  today: string,
): ScreenedHire {
  const { fields, problems, completeness } = mapHire({
    platform,
    visaCategory: item.visaCategory,
    records: read,
    today,
  });
  if (problems.length > 0) {
    const missing = problems.map(({ key, kind }) => `${key} (${kind})`).join(', ');
    throw new Failure('missing', 'MISSING_FIELDS', `Not complete in iCIMS: ${missing}.`, {
      userMessage: refusalSentence(problems),
      facts: { fields: problems.map(({ key }) => key).join(',') },
    });
  }
  return { read, item, fields, completeness };
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
