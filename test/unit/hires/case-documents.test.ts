import { describe, expect, it } from '@jest/globals';
import { caseDocuments, documentsOf } from '../../../src/hires/case-documents.ts';
import { visaCategoryNames } from '../../../src/hires/visa-category-names.ts';

const idsOf = (...asked: Parameters<typeof documentsOf>) => documentsOf(...asked).map(({ id }) => id);

describe('the documents of a case', () => {
  it.each(visaCategoryNames)('of %s include a passport and a resume, each once', (name) => {
    const ids = idsOf(name, null);

    expect(ids).toEqual(expect.arrayContaining(['passport', 'resume']));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(3);
  });

  it('of somebody abroad leave out what only a stay in the US gives', () => {
    expect(idsOf('H-1B', { status: { in_us: true } })).toContain('i-94');
    expect(idsOf('H-1B', { status: { in_us: false } })).not.toContain('i-94');
    expect(idsOf('H-1B', {})).toContain('i-94');
  });

  it('of who files alone ask no employer for an offer', () => {
    for (const name of ['EB-1A', 'EB-2 NIW'])
      expect(documentsOf(name, null).filter(({ from }) => from === 'employer')).toEqual([]);
  });

  it('say which rule or form asks for each, and are never those of Form I-9', () => {
    for (const { source, label } of caseDocuments) {
      expect(source).toMatch(/^(8 CFR|Form)/);
      expect(`${source} ${label}`).not.toMatch(/I-9\b/);
    }
  });
});
