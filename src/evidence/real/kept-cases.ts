import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type GuidedId, guidedIds, type TakenCase } from './taken-case.ts';

type TakenCases = Partial<Record<GuidedId, TakenCase>>;

const FILE = 'taken.json';

/** Keeps a use case in its folder as soon as it is taken, so that an ended run loses nothing. */
export async function keepCase(directory: string, taken: TakenCase): Promise<void> {
  await mkdir(join(directory, taken.id), { recursive: true });
  await writeFile(join(directory, taken.id, FILE), `${JSON.stringify(taken, null, 2)}\n`);
}

/** What earlier runs took. Throws SyntaxError when somebody changed a file so that it is no JSON. */
export async function keptCases(directory: string): Promise<TakenCases> {
  const cases: TakenCases = {};
  for (const id of guidedIds) {
    const text = await readFile(join(directory, id, FILE), 'utf8').catch(() => null);
    if (text !== null) cases[id] = JSON.parse(text) as TakenCase;
  }
  return cases;
}
