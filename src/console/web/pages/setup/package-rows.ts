import { sameId } from './icims-queries.ts';
import { type PlatformDocument } from './step-props.ts';

type Packages = PlatformDocument['packages'];

/** A node of the package field; without a visa category it is no package of ours. */
export interface PackageRow {
  readonly nodeId: string;
  readonly label: string;
  readonly visaCategory: string;
  /** Kept when the document has one already: hires remember it. */
  readonly packageId: string | null;
}

/** Every node of the field, with what the document says of it, and what the document names beyond them. */
export function fromPackages(
  packages: Packages,
  field: string,
  nodes: readonly { readonly id: string; readonly label: string | null }[],
): PackageRow[] {
  const items = packages.field === `job.${field}` ? packages.items : [];
  const rows = nodes.map(({ id, label }): PackageRow => {
    const item = items.find(({ nodeId }) => sameId(nodeId, id));
    const { visaCategory = '', packageId = null } = item ?? {};
    return { nodeId: id, label: label ?? item?.label ?? id, visaCategory, packageId };
  });
  const others = items.filter(({ nodeId }) => nodes.every(({ id }) => !sameId(id, nodeId)));
  return [...rows, ...others.map((item) => ({ ...item }))];
}

export function toPackages(rows: readonly PackageRow[], field: string, fallback: string): Packages {
  const taken = new Set(rows.flatMap(({ packageId }) => packageId ?? []));
  const items = rows
    .filter(({ visaCategory }) => visaCategory !== '')
    .map(({ packageId, ...row }) => ({ ...row, packageId: packageId ?? newId(row.visaCategory, taken) }));
  const isThere = items.some(({ packageId }) => packageId === fallback);
  return { field: `job.${field}`, default: isThere ? fallback : null, items };
}

/** `IMM-H1B`, and `IMM-H1B-2` for the second of a kind. */
function newId(visaCategory: string, taken: Set<string>): string {
  const base = `IMM-${visaCategory.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '')}`;
  const free = Array.from({ length: taken.size + 1 }, (_, at) => (at === 0 ? base : `${base}-${at + 1}`));
  const id = free.find((candidate) => !taken.has(candidate)) ?? base;
  taken.add(id);
  return id;
}
