import { describe, expect, it } from '@jest/globals';
import { comparisonText, compareSurfaces } from '../../../src/evidence/compare/compare-surfaces.ts';
import { mask } from '../../../src/evidence/compare/mask.ts';
import { readSurface } from '../../../src/evidence/compare/read-surface.ts';
import { type Surface } from '../../../src/evidence/compare/surface.ts';

const surface = (changes: Partial<Surface> = {}): Surface => ({
  fields: { '9001 people.birthdate': 'read' },
  answers: { '9001 use-case-2-duplicate': '200 | 400 DUPLICATE_REQUEST: …' },
  authentication: { '9001 events': 'oauth2' },
  packages: { '9001 IMM-H1B': 'job.assessmenttype C77001 H-1B' },
  versions: { connector: '0.1.0' },
  ...changes,
});

describe('two packs side by side', () => {
  it('need no revalidation when only versions differ', () => {
    const { revalidate, harmless, unchanged } = compareSurfaces(
      surface(),
      surface({ versions: { connector: '0.2.0' } }),
    );

    expect(revalidate).toEqual([]);
    expect(harmless).toEqual([{ area: 'versions', name: 'connector', before: '0.1.0', after: '0.2.0' }]);
    expect(unchanged).toEqual(['fields', 'answers', 'authentication', 'packages']);
  });

  it.each([
    [
      'a further field',
      { fields: { '9001 people.birthdate': 'read', '9001 people.usssn': 'read' } },
      '9001 people.usssn',
    ],
    ['another answer', { answers: { '9001 use-case-2-duplicate': '200 | 409' } }, '9001 use-case-2-duplicate'],
    ['another way to log in', { authentication: { '9001 events': 'basic' } }, '9001 events'],
    ['a package less', { packages: {} }, '9001 IMM-H1B'],
  ])('need a revalidation for %s, and name it', (_what, changes, name) => {
    const comparison = compareSurfaces(surface(), surface(changes));

    expect(comparison.revalidate.map((change) => change.name)).toEqual([name]);
    expect(comparisonText(comparison)).toContain('iCIMS has to validate again');
    expect(comparisonText(comparison)).toContain(name);
  });

  it('cannot be compared with what is no pack', async () => {
    await expect(readSurface('test')).rejects.toMatchObject({ code: 'NO_PACK' });
  });
});

describe('a masked message', () => {
  it('says the same in every run', () => {
    const one =
      'Received on 2026-11-24 at 19:22 UTC (reference 01a20f02-50c6-7147-a37c-4a94a5e15bf6), case IMM-000002.';
    const other =
      'Received on 2027-01-02 at 07:01 UTC (reference 01a2ffff-50c6-7147-a37c-4a94a5e15bf6), case IMM-000417.';

    expect(mask(one)).toBe(mask(other));
    expect(mask(one)).toBe('Received on <time> at <time> (reference <id>), case <case>.');
  });
});
