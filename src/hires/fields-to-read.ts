import { type PlatformDocument } from '../platforms/platform.ts';
import { canonicalField } from './canonical-fields.ts';
import { effectiveMapping } from './effective-mapping.ts';
import { parsePath, type RecordName } from './read-path.ts';

/** What the workflow must tell whatever is mapped: whose it is, for which job, and where it stands. */
const WORKFLOW_STRUCTURE = ['associatedprofile', 'baseprofile', 'status'];

/**
 * The root fields to ask iCIMS for (`fields=`), sorted: those that the effective mapping and the packages need and the
 * links between the records, nothing else.
 */
export function fieldsToRead(
  platform: Pick<PlatformDocument, 'mapping' | 'packages' | 'required'>,
): Record<RecordName, string[]> {
  const paths = effectiveMapping(platform.mapping)
    .filter((row) => canonicalField(row.to) !== undefined)
    .flatMap((row) => parsePath(row.from) ?? []);
  const rootsOf = (name: RecordName): string[] => paths.filter(({ record }) => record === name).map(({ root }) => root);
  const location = rootsOf('location');
  return {
    person: sorted(rootsOf('person')),
    job: sorted([...rootsOf('job'), platform.packages.field.slice('job.'.length), ...jobLink(location)]),
    location: sorted(location),
    workflow: sorted([...rootsOf('workflow'), ...WORKFLOW_STRUCTURE]),
  };
}

function jobLink(location: readonly string[]): readonly string[] {
  return location.length > 0 ? ['joblocation'] : [];
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
