import { type Surface } from './surface.ts';

type Area = keyof Surface;

/** One thing that is not as it was. */
interface Change {
  readonly area: Area;
  readonly name: string;
  /** Null when it was not there before. */
  readonly before: string | null;
  /** Null when it is not there any more. */
  readonly after: string | null;
}

/** What changed, apart by whether iCIMS has to validate again. */
export interface Comparison {
  readonly revalidate: readonly Change[];
  readonly harmless: readonly Change[];
  readonly unchanged: readonly Area[];
}

/** iCIMS validates again after changes of what it has validated ("Integration Approval Process"). */
const needsRevalidation: Readonly<Record<Area, boolean>> = {
  fields: true,
  answers: true,
  authentication: true,
  packages: true,
  versions: false,
};
const areas = Object.keys(needsRevalidation) as Area[];

/** Lays two packs side by side. */
export function compareSurfaces(before: Surface, after: Surface): Comparison {
  const changes = areas.flatMap((area) => changesOf(area, before[area], after[area]));
  return {
    revalidate: changes.filter(({ area }) => needsRevalidation[area]),
    harmless: changes.filter(({ area }) => !needsRevalidation[area]),
    unchanged: areas.filter((area) => !changes.some((change) => change.area === area)),
  };
}

function changesOf(area: Area, before: Surface[Area], after: Surface[Area]): readonly Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .map((name) => ({ area, name, before: before[name] ?? null, after: after[name] ?? null }))
    .filter((change) => change.before !== change.after);
}

/** The comparison for people. */
export function comparisonText({ revalidate, harmless, unchanged }: Comparison): string {
  const verdict =
    revalidate.length === 0 ? 'Nothing changed that needs a revalidation.' : 'iCIMS has to validate again:';
  return `# Compared with the earlier pack

${verdict}

${lines(revalidate)}
Changed without need of a revalidation: ${harmless.length === 0 ? 'nothing' : ''}

${lines(harmless)}
Unchanged: ${unchanged.join(', ')}.
`;
}

function lines(changes: readonly Change[]): string {
  return changes
    .map(({ area, name, before, after }) => `- ${area}: ${name}: ${before ?? 'not there'} → ${after ?? 'not there'}\n`)
    .join('');
}
