import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPrograms, type Programs } from './browser/find-programs.ts';
import { collectSimulated, type Collected } from './collect-simulated.ts';
import { compareSurfaces } from './compare/compare-surfaces.ts';
import { readSurface } from './compare/read-surface.ts';
import { answersOf, toSurface, type Surface } from './compare/surface.ts';
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
import { writeForLater } from './pack/write-for-later.ts';
import { productVersion, SUMS, writeIndex } from './pack/write-index.ts';
import { writePlatform } from './pack/write-platform.ts';
import { type Produced } from './produced.ts';
import { readRevalidation } from './revalidation/revalidation-file.ts';
import { judge, type Verdict } from './verdict/judge.ts';

const ROOT = join(import.meta.dirname, '..', '..');

type Wanted = Omit<Options, 'real' | 'help'>;

interface Around {
  readonly environment: NodeJS.ProcessEnv;
  readonly report: (line: string) => void;
}

/** Collects, judges and writes a pack. Throws `Failure` when it cannot even begin. */
export async function producePack(options: Wanted, { environment, report }: Around): Promise<Produced> {
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
  const surface = toSurface(
    facts.platforms.map((platform) => ({ ...platform, answers: answersOf(platform) })),
    versions,
  );
  const comparison = earlier === null ? null : compareSurfaces(earlier, surface);
  await writeForLater(pack, { surface, comparison, kept });
  const verdicts = await writeVerdicts(pack, facts, versions);
  await replacePack(pack, options.out);
  report(`The pack is written to ${options.out}.`);
  return { verdicts, comparison };
}

async function writeSheets(pack: string, collected: Collected, options: Wanted): Promise<Facts> {
  const { platforms, labels, secrets } = collected;
  const endpoint = options.endpoint === null ? collected.endpoint : `${options.endpoint}/icims/v1/events`;
  const egress = options.egress.length === 0 ? collected.egress : options.egress;
  for (const platform of platforms)
    await writePlatform(pack, platform, { labels: labels.get(platform.customerId) ?? new Map(), endpoint, egress });
  const blank = {
    document: null,
    fields: [],
    egress: options.egress,
    endpoint: options.endpoint === null ? 'https://____________/icims/v1/events' : endpoint,
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

async function writeVerdicts(pack: string, facts: Facts, versions: Surface['versions']): Promise<readonly Verdict[]> {
  const files = new Set([...(await filesOf(pack)).map(({ path }) => path), SUMS]);
  const verdicts = judge(facts, folderOf, files);
  const platforms = facts.platforms.map((platform) => ({
    ...{ customerId: platform.customerId, name: platform.name, folder: folderOf(platform) },
  }));
  await writeIndex(pack, { date: new Date().toISOString(), versions, platforms, remarks: [] }, verdicts);
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
