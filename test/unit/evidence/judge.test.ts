import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type CaseId, type ShownCase } from '../../../src/evidence/cases/shown-case.ts';
import { type Facts, type PlatformFacts } from '../../../src/evidence/facts.ts';
import { folderOf } from '../../../src/evidence/pack/folder-of.ts';
import { requirements } from '../../../src/evidence/requirements.ts';
import { judge } from '../../../src/evidence/verdict/judge.ts';

/** What the committed pack recorded, with one thing changed. */
const PACK = join(import.meta.dirname, '..', '..', '..', 'validation-evidence');
const files = readdirSync(PACK, { recursive: true }).map(String);
const recorded = files
  .filter((file) => file.endsWith('facts.json'))
  .sort()
  .map((file) => JSON.parse(readFileSync(join(PACK, file), 'utf8')) as PlatformFacts);

const facts = (changes: Partial<Facts> = {}): Facts => ({
  ...{ platforms: recorded, leaks: [], endpoint: 'https://connector.example.com/icims/v1/events' },
  ...{ customerValues: { searched: 1, files: 1, found: [] }, ...changes },
});
const problemsOf = (given: Facts, present: readonly string[] = files): string[] =>
  judge(given, folderOf, new Set(present)).flatMap(({ problems }) => problems);

/** The first platform changed, the other as it was. */
const withFirst = (change: (platform: PlatformFacts) => Partial<PlatformFacts>): Facts => {
  const [first, ...others] = recorded as [PlatformFacts, ...PlatformFacts[]];
  return facts({ platforms: [{ ...first, ...change(first) }, ...others] });
};
const withCase = (id: CaseId, change: (shown: ShownCase) => Partial<ShownCase>): Facts =>
  withFirst(({ cases }) => {
    const shown = cases[id];
    if (shown === undefined) throw new RangeError(`The pack has no ${id}.`);
    return { cases: { ...cases, [id]: { ...shown, ...change(shown) } } };
  });

describe('the verdict on what was recorded', () => {
  it('is "shown" for every requirement', () => {
    const verdicts = judge(facts(), folderOf, new Set(files));

    expect(verdicts.flatMap(({ problems }) => problems)).toEqual([]);
    expect(verdicts.map(({ id }) => id)).toEqual(requirements.map(({ id }) => id));
    expect(verdicts.every(({ answers }) => answers.every(({ text }) => text !== ''))).toBe(true);
  });

  it('names a mapped field that iCIMS does not have', () => {
    const renamed = withFirst(({ connectionTest }) => ({
      connectionTest: {
        ...connectionTest,
        ok: false,
        checks: [
          ...connectionTest.checks,
          { name: 'person', ok: false, sentence: 'The API user cannot see field400109 on Person.' },
        ],
      },
    }));

    expect(problemsOf(renamed)).toEqual(['9001: fields: person: The API user cannot see field400109 on Person.']);
  });

  it('names a duplicate that is answered 409', () => {
    const conflict = withCase('use-case-2-duplicate', ({ moves }) => ({
      moves: moves.map((moved) => (moved.status === 400 ? { ...moved, status: 409 } : moved)),
    }));

    expect(problemsOf(conflict)).toEqual(['9001: use-case-2-duplicate: answered 409 instead of 400']);
  });

  it('names a write-back field that is configured but never written', () => {
    const unwritten = withFirst(({ observedFields }) => ({
      observedFields: observedFields.filter(({ field }) => field !== 'assessmentresults.assessmentnotes'),
    }));

    expect(problemsOf(unwritten).join()).toMatch(/assessmentresults\.assessmentnotes .* never saw it written/);
  });

  it('names a part of the write-back that is not configured', () => {
    const dropped = withFirst(({ derivedFields }) => ({
      derivedFields: derivedFields.filter(({ why }) => !why.includes('write-back url')),
    }));

    expect(problemsOf(dropped)).toContain('9001: fields: the write-back has no field for "url"');
  });

  it('names a placeholder that reaches the recruiter', () => {
    const raw = withCase('use-case-3-missing-field', ({ moves }) => ({
      moves: moves.map((moved) => ({ ...moved, onScreen: moved.shown.raw ?? '' })),
    }));

    expect(problemsOf(raw).join()).toMatch(/reads a placeholder instead of a label/);
  });

  it('names an answer that holds personal data', () => {
    const told = withCase('use-case-2-duplicate', ({ moves }) => ({
      moves: moves.map((moved) => ({ ...moved, body: moved.body.replace('"userMessage":"', '$&ana@example.com ') })),
    }));

    expect(problemsOf(told)).toContain('9001: use-case-2-duplicate: the answer holds an e-mail address');
  });

  it('names evidence that is not in the pack', () => {
    const video = files.find((file) => file.endsWith('video.mp4'));

    expect(
      problemsOf(
        facts(),
        files.filter((file) => file !== video),
      ),
    ).toEqual([`video: ${video ?? ''} is not in the pack`]);
  });

  it('names a use case that was not played, and what stopped it', () => {
    const note = { at: '', what: 'Not shown: the hire did not come as far as it should.', facts: {} };
    const stopped = withCase('more-title-change', () => ({ case: null, steps: [note] }));

    expect(problemsOf(stopped).join()).toMatch(/title change: .*did not come as far/);
  });

  it('names a secret in the pack, and a customer’s value in the source', () => {
    const value = { value: '9001', what: 'customer id', file: 'intake/a.ts', line: 7 };
    const given = facts({ leaks: ['a.md'], customerValues: { searched: 1, files: 1, found: [value] } });

    expect(problemsOf(given)).toEqual([
      'customer values: customer id 9001 stands in src/intake/a.ts:7',
      'secrets: a.md holds a secret',
    ]);
  });
});
