import { bareNodeId, type Mapping, type PlatformDocument } from '../platforms/platform.ts';
import { canonicalField, canonicalFields, isGroup, withoutBrackets } from './canonical-fields.ts';
import { effectiveMapping } from './effective-mapping.ts';
import { nearest } from './nearest.ts';
import { normalise } from './normalise/normalise.ts';
import { parsePath } from './read-path.ts';
import { visaCategory } from './visa-categories.ts';
import { visaCategoryNames } from './visa-category-names.ts';

/** What is wrong with a platform document, and where (RFC 6901 pointer), beyond what its shape tells. */
interface DocumentProblem {
  readonly pointer: string;
  readonly problem: string;
}
type Problems = readonly DocumentProblem[];
type Checked = Pick<PlatformDocument, 'mapping' | 'required' | 'packages' | 'triggers' | 'enabledCategories'>;

const allKeys = canonicalFields.map(({ key }) => key);

/** Everything that would surprise a recruiter later, found when an admin saves the document. `today` is `yyyy-MM-dd`. */
export function checkPlatformMapping(document: Checked, today: string): Problems {
  return [
    ...document.mapping.flatMap((row, index) => checkRow(row, `/mapping/${index}`, today)),
    ...checkRequired(document),
    ...checkPackages(document.packages),
    ...checkTriggers(document.triggers),
    ...checkCategories(document.enabledCategories ?? []),
  ];
}

function checkRow(row: Mapping, pointer: string, today: string): Problems {
  const field = canonicalField(row.to);
  const path = parsePath(row.from) ? [] : [{ pointer: `${pointer}/from`, problem: `"${row.from}" cannot be read.` }];
  if (!field) return [...path, { pointer: `${pointer}/to`, problem: unknownKey(row.to) }];
  const targets = Object.entries(row.values ?? {}).flatMap(([from, to]) => {
    const result = normalise(to, { field, today });
    const at = `${pointer}/values/${escaped(from)}`;
    return result.ok
      ? []
      : [{ pointer: at, problem: `"${to}" cannot be a value of ${field.key}: it must be ${result.wanted}.` }];
  });
  return [...path, ...targets];
}

function checkRequired({ required, mapping }: Checked): Problems {
  const mapped = effectiveMapping(mapping).map(({ to }) => withoutBrackets(to));
  return Object.entries(required).flatMap(([category, keys]) => {
    const pointer = `/required/${escaped(category)}`;
    const unknown = category === '*' || visaCategory(category) ? [] : [{ pointer, problem: unknownCategory(category) }];
    return [...unknown, ...keys.flatMap((key, index) => checkRequiredKey(key, `${pointer}/${index}`, mapped))];
  });
}

function checkRequiredKey(key: string, pointer: string, mapped: readonly string[]): Problems {
  const name = withoutBrackets(key);
  if (!canonicalField(name) && !isGroup(name)) return [{ pointer, problem: unknownKey(key) }];
  const isMapped =
    name === 'case.category' || mapped.some((to) => to === name || (isGroup(name) && to.startsWith(`${name}.`)));
  return isMapped ? [] : [{ pointer, problem: `"${key}" is required, but no iCIMS field is mapped to it.` }];
}

function checkPackages({ items, default: chosen }: PlatformDocument['packages']): Problems {
  const unknownDefault = chosen !== null && items.every(({ packageId }) => packageId !== chosen);
  return [
    ...(unknownDefault ? [{ pointer: '/packages/default', problem: `"${chosen}" is not among the packages.` }] : []),
    ...items.flatMap(({ visaCategory: name }, index) =>
      visaCategory(name) ? [] : [{ pointer: `/packages/items/${index}/visaCategory`, problem: unknownCategory(name) }],
    ),
    ...repeated(items.map(({ packageId }, index) => [packageId, `/packages/items/${index}/packageId`])),
    ...repeated(items.map(({ nodeId }, index) => [bareNodeId(nodeId), `/packages/items/${index}/nodeId`])),
  ];
}

function checkCategories(names: readonly string[]): Problems {
  return names.flatMap((name, index) =>
    visaCategory(name) ? [] : [{ pointer: `/enabledCategories/${index}`, problem: unknownCategory(name) }],
  );
}

/** One status of one event type may start one action only, with whatever letter its id is written. */
function checkTriggers(triggers: PlatformDocument['triggers']): Problems {
  return repeated(
    triggers.flatMap(({ eventType, newStatus }, index) =>
      newStatus.map((id, at) => [`${eventType} ${bareNodeId(id)}`, `/triggers/${index}/newStatus/${at}`] as const),
    ),
  );
}

/** A problem for each name that was seen before. */
function repeated(named: readonly (readonly [string, string])[]): Problems {
  const first = new Map<string, string>();
  return named.flatMap(([name, pointer]) => {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, pointer);
    return earlier === undefined ? [] : [{ pointer, problem: `"${name}" is already used at ${earlier}.` }];
  });
}

function unknownKey(key: string): string {
  if (isGroup(key)) return `"${key}" holds several keys. Name one of them, like ${firstWithin(withoutBrackets(key))}.`;
  const meant = nearest(withoutBrackets(key), allKeys);
  return `"${key}" is not a canonical key.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

function firstWithin(group: string): string {
  return allKeys.find((key) => key.startsWith(`${group}.`)) ?? group;
}

function unknownCategory(name: string): string {
  const meant = nearest(name, visaCategoryNames);
  return `"${name}" is not a visa category.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

/** RFC 6901, section 3. */
function escaped(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
