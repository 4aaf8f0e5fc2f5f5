import { type Profile } from '../icims/icims.ts';
import { bareNodeId, type PackageItem, type Packages } from '../platforms/platform.ts';
import { isEmpty, ownValue, plainText } from './normalise/plain-text.ts';
import { labelKey } from './value-table.ts';

export type PackageChoice =
  | { readonly ok: true; readonly item: PackageItem }
  | { readonly ok: false; readonly code: 'UNKNOWN_PACKAGE' | 'SEVERAL_PACKAGES' };

/**
 * The one immigration package that was ordered on a job: by list node id, then by exact label (trimmed, whatever its
 * case). An empty field means the platform's default.
 *
 * Vendors share the package list of a job (iCIMS `assessmenttype`), so nodes that are none of ours are ignored beside
 * exactly one of ours; alone they are unknown, and two different ones of ours are several. Never a guess.
 */
export function choosePackage(job: Profile | null, packages: Packages): PackageChoice {
  const raw = ownValue(job, packages.field.slice('job.'.length));
  if (isEmpty(raw)) return only(packages.items.filter(({ packageId }) => packageId === packages.default));
  const nodes: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  return only(nodes.flatMap((node) => itemOf(node, packages.items) ?? []));
}

/** The sentence for the recruiter when no package could be chosen. */
export function packageSentence(code: 'UNKNOWN_PACKAGE' | 'SEVERAL_PACKAGES', packages: Packages): string {
  const field = `{{${packages.field}}}`;
  const again = 'then move the candidate to this status again.';
  return code === 'SEVERAL_PACKAGES'
    ? `Several immigration packages are chosen in ${field}. Please choose one immigration package, ${again}`
    : `Please choose one immigration package in ${field} (${labels(packages)}), ${again}`;
}

function only(items: readonly PackageItem[]): PackageChoice {
  const [item, ...others] = items;
  if (!item) return { ok: false, code: 'UNKNOWN_PACKAGE' };
  const same = others.every(({ packageId }) => packageId === item.packageId);
  return same ? { ok: true, item } : { ok: false, code: 'SEVERAL_PACKAGES' };
}

function itemOf(node: unknown, items: readonly PackageItem[]): PackageItem | undefined {
  const id = plainText(ownValue(node, 'id'));
  const label = plainText(node);
  return (
    (id === undefined ? undefined : items.find((item) => bareNodeId(item.nodeId) === bareNodeId(id))) ??
    (label === undefined ? undefined : items.find((item) => labelKey(item.label) === labelKey(label)))
  );
}

function labels({ items }: Packages): string {
  const shown = items.slice(0, 5).map(({ label }) => label);
  return items.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}
