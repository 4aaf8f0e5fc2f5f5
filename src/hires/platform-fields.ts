import { type PlatformDocument } from '../platforms/platform.ts';
import { canonicalField } from './canonical-fields.ts';
import { effectiveMapping } from './effective-mapping.ts';
import { fieldsToRead } from './fields-to-read.ts';
import { parsePath, type RecordName } from './read-path.ts';

type Profile = 'people' | 'jobs' | 'companies' | 'applicantworkflows' | 'onboardworkflows';

/** One iCIMS field that a platform reads or writes. */
export interface PlatformField {
  profile: Profile;
  /** Field id; of a write-back `collection.field`. */
  field: string;
  access: 'read' | 'read-write';
  /** Canonical keys that it fills, `package`, `structure`, or `write-back …`. */
  why: string[];
}

type Described = Pick<PlatformDocument, 'mapping' | 'packages' | 'required' | 'writeBack'>;

const profileOf = {
  person: 'people',
  job: 'jobs',
  location: 'companies',
  workflow: 'applicantworkflows',
} as const satisfies Record<RecordName, Profile>;

/**
 * What iCIMS asks for at validation: the fields read and written, by profile type and access ("Integration Approval
 * Process"). The read ones are those that screening asks for; an entry of ours is read again after a crash.
 */
export function platformFields(platform: Described): PlatformField[] {
  const reads = Object.entries(fieldsToRead(platform)) as [RecordName, string[]][];
  return [
    ...reads.flatMap(([record, fields]) =>
      fields.map((field): PlatformField => ({
        profile: profileOf[record],
        field,
        access: 'read',
        why: reasons(platform, record, field),
      })),
    ),
    ...written(platform.writeBack),
  ].sort(byPlace);
}

function reasons({ mapping, packages }: Described, record: RecordName, field: string): string[] {
  const keys = effectiveMapping(mapping)
    .filter(({ from, to }) => canonicalField(to) !== undefined && isAt(from, record, field))
    .map(({ to }) => to);
  const isPackage = `${record}.${field}` === packages.field;
  const why = [...new Set(keys), ...(isPackage ? ['package'] : [])].sort();
  return why.length === 0 ? ['structure'] : why;
}

function isAt(from: string, record: RecordName, field: string): boolean {
  const path = parsePath(from);
  return path?.record === record && path.root === field;
}

function written(writeBack: Described['writeBack']): PlatformField[] {
  if (writeBack === null) return [];
  const { target, collection, fields } = writeBack;
  return Object.entries(fields).map(([role, field]) => ({
    profile: target,
    field: `${collection}.${field}`,
    access: 'read-write',
    why: [`write-back ${role}`],
  }));
}

function byPlace(one: PlatformField, other: PlatformField): number {
  const [left, right] = [one, other].map(({ profile, field }) => `${profile} ${field}`) as [string, string];
  return left < right ? -1 : 1;
}
