import { describe, expect, it } from '@jest/globals';
import { canonicalField, canonicalFields, isGroup } from '../../../src/hires/canonical-fields.ts';
import { completenessOf } from '../../../src/hires/completeness.ts';
import { neededAbroad, neededInUs, visaCategories, visaCategory } from '../../../src/hires/visa-categories.ts';

describe('the visa categories', () => {
  it('are sixteen', () => {
    expect(visaCategories.map(({ name }) => name)).toHaveLength(16);
    expect(visaCategory('H-1B')).toBeDefined();
    expect(visaCategory('H-2B')).toBeUndefined();
  });

  it('need only keys that exist', () => {
    const needed = visaCategories.flatMap(({ toOpen, toFile }) => [...toOpen, ...toFile]);
    const unknown = [...needed, ...neededInUs, ...neededAbroad].filter((key) => !canonicalField(key) && !isGroup(key));
    expect(unknown).toEqual([]);
  });

  it('ask for who the person is before a case opens', () => {
    for (const { toOpen } of visaCategories) {
      expect(toOpen).toEqual(
        expect.arrayContaining(['person.family_name', 'person.country_of_birth', 'case.category']),
      );
    }
  });

  it('do not all ask for the same', () => {
    expect(new Set(visaCategories.map(({ toOpen }) => [...toOpen].sort().join())).size).toBeGreaterThan(9);
  });
});

describe('the canonical fields', () => {
  it('have each key once, and no key within another', () => {
    const keys = canonicalFields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter(isGroup)).toEqual([]);
  });

  it('mark what must be masked', () => {
    const sensitive = ['person.ssn', 'person.date_of_birth', 'passport.number', 'person.a_number', 'job.wage_from'];
    expect(sensitive.filter((key) => !canonicalField(key)?.sensitive)).toEqual([]);
  });
});

describe('completeness', () => {
  it('counts the keys of the category', () => {
    const nothing = completenessOf({}, 'TN');
    const some = completenessOf({ person: { family_name: 'Li' }, job: { worksites: [{}, { city: 'X' }] } }, 'TN');
    expect(some).toMatchObject({ needed: nothing.needed, present: 2 });
    expect(some.missing).not.toContain('job.worksites.city');
    expect(some.missing).toContain('job.worksites.state');
  });

  it('counts an answer of no as an answer', () => {
    expect(completenessOf({ job: { full_time: false } }, 'TN').missing).not.toContain('job.full_time');
  });

  it.each([
    [true, 'status.current', 'channel.consulate.city'],
    [false, 'channel.consulate.city', 'status.current'],
  ])('asks for what fits the place of the person (in the US: %s)', (inUs, asked, notAsked) => {
    const { missing } = completenessOf({ status: { in_us: inUs } }, 'TN');
    expect([missing.includes(asked), missing.includes(notAsked)]).toEqual([true, false]);
  });

  it('needs nothing for a category that is none', () => {
    expect(completenessOf({}, 'constructor')).toEqual({ needed: 0, present: 0, missing: [] });
  });
});
