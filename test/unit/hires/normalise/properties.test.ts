import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalFields } from '../../../../src/hires/canonical-fields.ts';
import { normalise } from '../../../../src/hires/normalise/normalise.ts';
import { TODAY } from './want.ts';

const fields = fc.constantFrom(...canonicalFields);
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary' }),
  fc.anything({ withSparseArray: true }),
);

/** Strings that make backtracking expressions slow. */
const HOSTILE = [
  'a',
  '1',
  ' ',
  '<',
  '<a',
  '<script>',
  '</',
  '&',
  '&#',
  '-',
  '.',
  ',',
  '1,',
  '(',
  'x1',
  '@',
  'a@',
  '\n',
  'İ',
  '\u0301',
];

describe('every normaliser', () => {
  it('never throws, and wants something in words when it refuses', () => {
    fc.assert(
      fc.property(fields, anything, (field, raw) => {
        const result = normalise(raw, { field, today: TODAY });
        expect(result.ok || result.wanted.length > 3).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes its own canonical value as it is', () => {
    fc.assert(
      fc.property(fields, anything, (field, raw) => {
        const want = { field, today: TODAY };
        const once = normalise(raw, want);
        if (!once.ok || once.value === null || field.kind === 'rich-text') return;
        expect(normalise(once.value, want)).toEqual(once);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(HOSTILE)('answers at once to 300,000 characters made of %j', (piece) => {
    const raw = piece.repeat(Math.ceil(300_000 / piece.length));
    const kinds = new Map(canonicalFields.map((field) => [field.kind, field]));
    const startedAt = performance.now();
    for (const field of kinds.values()) normalise(raw, { field, today: TODAY });
    expect(performance.now() - startedAt).toBeLessThan(1500);
  });
});
