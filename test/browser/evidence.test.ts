import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PlatformFacts } from '../../src/evidence/facts.ts';
import { type Verdict } from '../../src/evidence/verdict/judge.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LIMIT_MS = 420_000;

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** The command as its users run it. */
function evidence(...words: readonly string[]): Promise<Ended> {
  const node = join(ROOT, 'node_modules', '.bin', 'node');
  return new Promise((resolve) => {
    execFile(node, ['src/evidence/main.ts', ...words], { cwd: ROOT }, (problem, stdout, stderr) => {
      resolve({ code: problem === null ? 0 : Number(problem.code), output: `${stdout}${stderr}` });
    });
  });
}

describe('npm run evidence, with duplicates answered 409 instead of 400', () => {
  let pack: string;
  let ended: Ended;
  const read = async (name: string) => JSON.parse(await readFile(join(pack, name), 'utf8')) as unknown;
  beforeAll(async () => {
    pack = await mkdtemp(join(tmpdir(), 'evidence-'));
    ended = await evidence('--break', 'answer-409', '--out', pack);
  }, LIMIT_MS);
  afterAll(() => rm(pack, { recursive: true }));

  it('fails and names it', () => {
    expect(ended.output).toContain('9001: use-case-2-duplicate: answered 409 instead of 400');
    expect(ended.output).toContain('9002: use-case-2-duplicate: answered 409 instead of 400');
    expect(ended.code).toBe(1);
  });

  it('shows everything that has nothing to do with it, for both platforms', async () => {
    const verdicts = (await read('verdict.json')) as Verdict[];

    const notShown = verdicts.filter(({ shown }) => !shown).map(({ id }) => id);
    expect(notShown).toEqual(['duplicate', 'missing-field', 'missing-fields', 'unknown-package']);
    expect(verdicts.length).toBeGreaterThan(20);
  });

  it('leaves a pack that says so, with films, pictures and sums', async () => {
    const files = await readdir(pack, { recursive: true });

    expect(await readFile(join(pack, 'INDEX.md'), 'utf8')).toMatch(/\*\*Problem:\*\* 9001: use-case-2-duplicate/);
    expect(files.filter((file) => file.endsWith('video.mp4'))).toHaveLength(2);
    expect(await readFile(join(pack, 'SHA256SUMS'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}9001-example-health\//m);
    expect(files).toContain('validation-pack.zip');
  });

  it('recorded what the recruiter read, word for word as the platform translates it', async () => {
    const { cases } = (await read('9002-sample-robotics/facts.json')) as PlatformFacts;

    const [moved] = cases['use-case-3-missing-field']?.moves ?? [];
    expect(moved?.shown.raw).toContain('{{person.birthdate}}');
    expect(moved?.onScreen).toContain('Birthday (as in passport)');
  });
});

it('says in one line when an earlier pack cannot be read', async () => {
  const { code, output } = await evidence('--compare', 'nowhere');

  expect([code, output]).toEqual([1, 'nowhere is no earlier pack: a directory or ZIP that holds surface.json.\n']);
});
