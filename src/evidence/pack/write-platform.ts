import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PlatformFacts } from '../facts.ts';
import { toCsvList, toMarkdownList, type Labels } from '../fields/field-list.ts';
import { enablementSheet } from './enablement-sheet.ts';
import { folderOf } from './folder-of.ts';
import { realTimeSheet } from './real-time.ts';
import { transcript } from './transcript.ts';

const COMPARED = `Derived from the mapping, the packages and the write-back of this platform, and compared with the platform's own log of
what was read and written during the run.`;

interface Around {
  readonly labels: Labels;
  readonly endpoint: string;
  readonly egress: readonly string[];
}

/** Writes a platform's sheets and transcripts beside what was recorded. */
export async function writePlatform(pack: string, platform: PlatformFacts, around: Around): Promise<void> {
  const { name, customerId, derivedFields: fields, document } = platform;
  const directory = join(pack, folderOf(platform));
  await mkdir(directory, { recursive: true });
  const title = `${name} (${customerId})`;
  const { labels, endpoint, egress } = around;
  const sheets: Readonly<Record<string, string>> = {
    'fields.md': toMarkdownList(fields, labels, title, COMPARED),
    'fields.csv': toCsvList(fields, labels),
    'enablement.md': enablementSheet({ document, fields, egress, endpoint }),
    'real-time.md': realTimeSheet(platform),
    'facts.json': `${JSON.stringify(platform, null, 1)}\n`,
    ...Object.fromEntries(
      Object.values(platform.cases).map((shown) => [`${shown.id}/transcript.md`, transcript(shown, title)]),
    ),
  };
  for (const [file, text] of Object.entries(sheets)) await writeFile(join(directory, file), text);
}
