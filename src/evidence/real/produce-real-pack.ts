import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createAdminClient } from '../../sandbox/admin-client.ts';
import { Failure } from '../../runtime/failure.ts';
import { findFfprobe } from '../browser/find-programs.ts';
import { compareSurfaces } from '../compare/compare-surfaces.ts';
import { readSurface } from '../compare/read-surface.ts';
import { toSurface } from '../compare/surface.ts';
import { filesOf } from '../pack/files-of.ts';
import { folderOf } from '../pack/folder-of.ts';
import { writeForLater } from '../pack/write-for-later.ts';
import { productVersion, SUMS, writeIndex, WRITTEN } from '../pack/write-index.ts';
import { type Produced } from '../produced.ts';
import { readRevalidation } from '../revalidation/revalidation-file.ts';
import { askPlatform } from './ask-platform.ts';
import { collectReal } from './collect-real.ts';
import { judgeReal } from './judge-real.ts';
import { keptCases } from './kept-cases.ts';
import { notAsked } from './not-asked.ts';
import { describeReal } from './describe-real.ts';
import { type RealFacts } from './real-facts.ts';
import { type RealStage } from './stage.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** What was asked for, and where the connector runs. */
export interface RealRun {
  readonly customerId: string;
  readonly connectorUrl: string;
  readonly adminToken: string;
  readonly endpoint: string;
  readonly out: string;
  readonly resume: boolean;
  readonly compare: string | null;
  readonly egress: readonly string[];
  readonly waitMs: number;
  readonly pollMs: number;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

/**
 * Guides a person through the use cases on a real platform, takes what the connector tells of each, and judges it together
 * with the pictures and the film that the person puts there. Throws `rejected` CONNECTION when the platform cannot even be
 * reached, `invalid` PACK_EXISTS when the directory holds an earlier run and `resume` is not wished.
 */
export async function produceRealPack(run: RealRun): Promise<Produced> {
  const ffprobe = findFfprobe();
  const earlier = run.compare === null ? null : await readSurface(run.compare);
  const kept = await readRevalidation(run.out);
  const admin = createAdminClient(run.connectorUrl, run.adminToken);
  const asked = await askPlatform(admin, run);
  const folder = folderOf(asked.document);
  const directory = join(run.out, folder);
  if (!run.resume && Object.keys(await keptCases(directory)).length > 0)
    throw new Failure(
      'invalid',
      'PACK_EXISTS',
      `${run.out} holds an earlier run: add --resume, or choose another --out.`,
    );
  await mkdir(directory, { recursive: true });
  await Promise.all(WRITTEN.map((file) => rm(join(run.out, file), { force: true })));

  const stage: RealStage = { ...run, admin };
  const facts = await collectReal(stage, { ...asked, ...run, folder, ffprobe });
  const versions = { connector: await productVersion(ROOT), node: process.version.slice(1) };
  const surface = toSurface([describeReal(facts)], versions);
  const comparison = earlier === null ? null : compareSurfaces(earlier, surface);
  await writeForLater(run.out, { surface, comparison, kept });
  const verdicts = await writeVerdicts(run.out, facts, versions);
  run.report(`The pack is written to ${run.out}.`);
  return { verdicts, comparison };
}

async function writeVerdicts(
  pack: string,
  facts: RealFacts,
  versions: Readonly<Record<string, string>>,
): Promise<Produced['verdicts']> {
  const files = new Set([...(await filesOf(pack)).map(({ path }) => path), SUMS]);
  const verdicts = judgeReal(facts, files);
  const { customerId, name, folder } = facts;
  const remarks = [
    'Played by a person on a real iCIMS platform. Events, hires, cases and times are the connector’s own words; what iCIMS showed stands in the person’s pictures and film.',
    'The values of the candidates’ fields are left out, only which fields were filled is told.',
    ...[...notAsked(facts.document)].map(([id, why]) => `Not part of this run: ${id}, because ${why}.`),
  ];
  const head = { date: new Date().toISOString(), versions, platforms: [{ customerId, name, folder }], remarks };
  await writeIndex(pack, head, verdicts);
  return verdicts;
}
