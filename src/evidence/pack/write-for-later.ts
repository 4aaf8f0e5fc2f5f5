import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { comparisonText, type Comparison } from '../compare/compare-surfaces.ts';
import { SURFACE } from '../compare/read-surface.ts';
import { type Surface } from '../compare/surface.ts';
import { REVALIDATION } from '../revalidation/revalidation-file.ts';
import { type Revalidation } from '../revalidation/revalidation.ts';

interface ForLater {
  readonly surface: Surface;
  readonly comparison: Comparison | null;
  readonly kept: Revalidation | null;
}

const neverValidated = { validatedOn: null, obligations: [], changesToValidate: [] };

/** What the next run and the deadlines need. */
export async function writeForLater(pack: string, { surface, comparison, kept }: ForLater): Promise<void> {
  const revalidation: Revalidation = {
    ...(kept ?? neverValidated),
    packProducedAt: new Date().toISOString(),
    ...(comparison === null ? {} : { changesToValidate: changesOf(comparison) }),
  };
  await writeFile(join(pack, SURFACE), `${JSON.stringify(surface, null, 2)}\n`);
  await writeFile(join(pack, REVALIDATION), `${JSON.stringify(revalidation, null, 2)}\n`);
  if (comparison !== null) await writeFile(join(pack, 'comparison.md'), comparisonText(comparison));
}

function changesOf({ revalidate }: Comparison): string[] {
  return revalidate.map(({ area, name }) => `${area}: ${name}`);
}
