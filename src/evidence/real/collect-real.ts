import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanForCustomerValues } from '../customer-values.ts';
import { enablementSheet } from '../pack/enablement-sheet.ts';
import { filesOf } from '../pack/files-of.ts';
import { findLeaks, secretsOf } from '../pack/find-leaks.ts';
import { toCsvList, toMarkdownList } from '../fields/field-list.ts';
import { type Asked, testConnection } from './ask-platform.ts';
import { playGuided } from './play-guided.ts';
import { readMedia } from './read-media.ts';
import { type RealFacts } from './real-facts.ts';
import { COMPARED, customerValuesSheet, realTimes, takenTranscript } from './real-sheets.ts';
import { type RealStage } from './stage.ts';
import { titles } from './titles.ts';

const SOURCE = join(import.meta.dirname, '..', '..');
const MASK = '***';

interface Around extends Asked {
  readonly connectorUrl: string;
  readonly adminToken: string;
  readonly endpoint: string;
  readonly egress: readonly string[];
  readonly out: string;
  readonly folder: string;
  readonly ffprobe: string;
}

/** Plays, and writes everything of a pack but its index. */
export async function collectReal(stage: RealStage, around: Around): Promise<RealFacts> {
  const { document, fields, endpoint, out, folder } = around;
  const directory = join(out, folder);
  const cases = await playGuided(stage, { ...around, directory });
  const workflowId = cases['use-case-1-end-to-end']?.event?.workflowId ?? undefined;
  const facts: RealFacts = {
    ...{ customerId: stage.customerId, name: document.name, folder, document, fields, endpoint, cases, leaks: [] },
    connectionTest: await testConnection(stage.admin, stage.customerId, workflowId),
    media: await mediaOf(around.ffprobe, directory),
    customerValues: await scanForCustomerValues(SOURCE, [document]),
  };
  await writeSheets(facts, around);
  const paths = (await filesOf(out)).map(({ path }) => path);
  const secrets = [around.adminToken, ...secretsOf(document).filter((secret) => secret !== MASK)];
  return { ...facts, leaks: await findLeaks(out, paths, secrets) };
}

async function mediaOf(ffprobe: string, directory: string): Promise<RealFacts['media']> {
  const paths = (await filesOf(directory)).map(({ path }) => path).filter((path) => /\.(png|mp4)$/.test(path));
  const read = paths.map(async (path) => [path, await readMedia(ffprobe, join(directory, path))] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function writeSheets(facts: RealFacts, { out, egress }: Pick<Around, 'out' | 'egress'>): Promise<void> {
  const { document, fields, endpoint, folder, cases } = facts;
  const title = `${facts.name} (${facts.customerId})`;
  const transcripts = Object.values(cases).map((taken): [string, string] => [
    `${folder}/${taken.id}/transcript.md`,
    takenTranscript(taken, titles[taken.id], title),
  ]);
  const sheets: Readonly<Record<string, string>> = {
    [`${folder}/fields.md`]: toMarkdownList(fields, new Map(), title, COMPARED),
    [`${folder}/fields.csv`]: toCsvList(fields, new Map()),
    [`${folder}/enablement.md`]: enablementSheet({ document, fields, egress, endpoint }),
    [`${folder}/real-time.md`]: realTimes(facts),
    [`${folder}/facts.json`]: `${JSON.stringify(facts, null, 1)}\n`,
    'customer-values.md': customerValuesSheet(facts.customerValues),
    ...Object.fromEntries(transcripts),
  };
  for (const id of Object.keys(cases)) await mkdir(join(out, folder, id), { recursive: true });
  for (const [file, text] of Object.entries(sheets)) await writeFile(join(out, file), text);
}
