import { type PlatformField } from '../contract-types.ts';
import { type ObservedField } from './observed-fields.ts';

type Field = Pick<PlatformField, 'profile' | 'field' | 'access'> | ObservedField;

/**
 * What the configuration says against what iCIMS saw: one sentence for each difference, none when they agree. A look at
 * the whole collection that we write into is part of writing.
 */
export function compareFields(derived: readonly PlatformField[], observed: readonly ObservedField[]): string[] {
  const [wanted, seen] = [byKey(derived), byKey(observed)];
  const unused = derived
    .filter((field) => seen.get(keyOf(field)) !== field.access)
    .map((field) =>
      seen.has(keyOf(field))
        ? `${nameOf(field)} is listed as ${field.access}, but iCIMS saw it ${seen.get(keyOf(field)) ?? ''}`
        : `${nameOf(field)} is listed as ${field.access}, but iCIMS never saw it ${verbs[field.access]}`,
    );
  const unlisted = observed
    .filter((field) => !wanted.has(keyOf(field)) && !isCollectionOf(field, derived))
    .map((field) => `${nameOf(field)} is not in the list, but iCIMS saw it ${verbs[field.access]}`);
  return [...unused, ...unlisted];
}

const verbs = { read: 'read', 'read-write': 'written' } as const;

function byKey(fields: readonly Field[]): ReadonlyMap<string, Field['access']> {
  return new Map(fields.map((field) => [keyOf(field), field.access]));
}

function keyOf({ profile, field }: Field): string {
  return `${profile} ${field}`;
}

function nameOf({ profile, field }: Field): string {
  return `${profile}.${field}`;
}

function isCollectionOf({ profile, field, access }: ObservedField, derived: readonly PlatformField[]): boolean {
  return access === 'read' && derived.some((each) => each.profile === profile && each.field.startsWith(`${field}.`));
}
