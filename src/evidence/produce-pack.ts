import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPrograms, type Programs } from './browser/find-programs.ts';
import { collectSimulated, type Collected } from './collect-simulated.ts';
import { comparisonText, compareSurfaces, type Comparison } from './compare/compare-surfaces.ts';
import { readSurface, SURFACE } from './compare/read-surface.ts';
import { toSurface, type Surface } from './compare/surface.ts';
import { scanForCustomerValues } from './customer-values.ts';
import { type Facts } from './facts.ts';
import { type Options } from './options.ts';
import { enablementSheet } from './pack/enablement-sheet.ts';
import { filesOf } from './pack/files-of.ts';
import { findLeaks } from './pack/find-leaks.ts';
import { folderOf } from './pack/folder-of.ts';
import { repeatabilitySheet } from './pack/repeatability.ts';
import { shrinkPictures } from './pack/shrink-pictures.ts';
import { replacePack } from './pack/replace-pack.ts';
import { productVersion, SUMS, writeIndex } from './pack/write-index.ts';
import { writePlatform } from './pack/write-platform.ts';
import { readRevalidation, REVALIDATION } from './revalidation/revalidation-file.ts';
import { type Revalidation } from './revalidation/revalidation.ts';
import { judge, type Verdict } from './verdict/judge.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** What became of a run. */
export interface Produced {
  readonly verdicts: readonly Verdict[];
  readonly comparison: Comparison | null;
}

interface Around {
  readonly environment: NodeJS.ProcessEnv;
  readonly report: (line: string) => void;
}

/** Collects, judges and writes a pack. Throws `Failure` when it cannot even begin. */
export async function producePack(options: Options, { environment, report }: Around): Promise<Produced> {
  const programs = findPrograms();
  const earlier = options.compare === null ? null : await readSurface(options.compare);
  const kept = await readRevalidation(options.out);
  const pack = await mkdtemp(join(tmpdir(), 'connector-evidence-pack-'));
  const run = { directory: pack, programs, broken: options.broken, inherited: environment, report };
  const collected = await collectSimulated(run);
  const versions = await versionsOf(programs);
  const pictures = (await filesOf(pack)).map(({ path }) => path);
  await shrinkPictures(pack, pictures, programs.ffmpeg);

  const facts = await writeSheets(pack, collected, options);
  const surface = toSurface(facts, versions);
  const comparison = earlier === null ? null : compareSurfaces(earlier, surface);
  await writeForLater(pack, { surface, comparison, kept });
  const verdicts = await writeVerdicts(pack, facts, versions);
  await replacePack(pack, options.out);
  report(`The pack is written to ${options.out}.`);
  return { verdicts, comparison };
}

async function writeSheets(pack: string, collected: Collected, options: Options): Promise<Facts> {
  const { platforms, endpoint, labels, secrets } = collected;
  const egress = options.egress.length === 0 ? collected.egress : options.egress;
  for (const platform of platforms)
    await writePlatform(pack, platform, { labels: labels.get(platform.customerId) ?? new Map(), endpoint, egress });
  const blank = {
    document: null,
    fields: [],
    egress: options.egress,
    endpoint: 'https://____________/icims/v1/events',
  };
  await writeFile(join(pack, 'enablement-template.md'), enablementSheet(blank));
  const customerValues = await scanForCustomerValues(
    join(ROOT, 'src'),
    platforms.map(({ document }) => document),
  );
  const facts = { platforms, customerValues, leaks: [], endpoint };
  await writeFile(join(pack, 'repeatability.md'), repeatabilitySheet(facts));
  const paths = (await filesOf(pack)).map(({ path }) => path);
  return { ...facts, leaks: await findLeaks(pack, paths, secrets) };
}

interface ForLater {
  readonly surface: Surface;
  readonly comparison: Comparison | null;
  readonly kept: Revalidation | null;
}

const neverValidated = { validatedOn: null, obligations: [], changesToValidate: [] };

function changesOf({ revalidate }: Comparison): string[] {
  return revalidate.map(({ area, name }) => `${area}: ${name}`);
}

/** What the next run and the deadlines need. */
async function writeForLater(pack: string, { surface, comparison, kept }: ForLater): Promise<void> {
  const revalidation: Revalidation = {
    ...(kept ?? neverValidated),
    packProducedAt: new Date().toISOString(),
    ...(comparison === null ? {} : { changesToValidate: changesOf(comparison) }),
  };
  await writeFile(join(pack, SURFACE), `${JSON.stringify(surface, null, 2)}\n`);
  await writeFile(join(pack, REVALIDATION), `${JSON.stringify(revalidation, null, 2)}\n`);
  if (comparison !== null) await writeFile(join(pack, 'comparison.md'), comparisonText(comparison));
}

async function writeVerdicts(pack: string, facts: Facts, versions: Surface['versions']): Promise<readonly Verdict[]> {
  const files = new Set([...(await filesOf(pack)).map(({ path }) => path), SUMS]);
  const verdicts = judge(facts, folderOf, files);
  const platforms = facts.platforms.map((platform) => ({
    ...{ customerId: platform.customerId, name: platform.name, folder: folderOf(platform) },
  }));
  await writeIndex(pack, { date: new Date().toISOString(), versions, platforms }, verdicts);
  return verdicts;
}

async function versionsOf({ versions }: Programs): Promise<Surface['versions']> {
  const number = (line: string): string => /\d+(\.\d+)+/.exec(line)?.[0] ?? line;
  return {
    connector: await productVersion(ROOT),
    node: process.version.slice(1),
    chromium: number(versions.chromium),
    ffmpeg: number(versions.ffmpeg),
  };
}
