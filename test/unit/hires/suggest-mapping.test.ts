import { describe, expect, it } from '@jest/globals';
import { suggestMapping } from '../../../src/hires/suggest-mapping.ts';
import { type SchemaField } from '../../../src/icims/icims.ts';

const field = (id: string, label: string | null = null, changes: Partial<SchemaField> = {}): SchemaField => {
  return { id, label, shape: 'text', list: null, fields: [], ...changes };
};
const bestFor = (key: string, person: SchemaField[], job: SchemaField[] = []) =>
  suggestMapping({ person, job }).filter(({ to }) => to === key);

describe('suggestions', () => {
  it.each([
    ['person.date_of_birth', 'Date of Birth'],
    ['person.date_of_birth', 'DOB'],
    ['person.citizenships', 'Country(ies) of Citizenship'],
    ['person.country_of_birth', 'Country of birth'],
    ['passport.number', 'Passport Number'],
    ['passport.expires', 'Passport Expiration Date'],
    ['status.current', 'Current Immigration Status'],
    ['status.i94_number', 'I-94 Number'],
  ])('for %s are found by the label "%s"', (key, label) => {
    const others = [field('field40001', 'Favourite Colour'), field('field40002', 'Shoe Size')];

    expect(bestFor(key, [...others, field('field40003', label)])[0]).toMatchObject({
      from: 'person.field40003',
      label,
    });
  });

  it('are found by the id where iCIMS tells no label, but not by the number of a custom field', () => {
    expect(bestFor('person.date_of_birth', [field('birthdate')])[0]?.score).toBe(1);
    expect(suggestMapping({ person: [field('field40001')] })).toEqual([]);
  });

  it('have the best first, and at most three', () => {
    const labels = [
      'Passport Number',
      'Passport Number (old)',
      'Number of passport',
      'Passport No',
      'The passport number',
    ];
    const found = bestFor(
      'passport.number',
      labels.map((label, at) => field(`field4000${at}`, label)),
    );

    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ from: 'person.field40000', score: 1 });
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('prefer the record that the key is about', () => {
    const startDate = field('startdate', 'Start Date');

    expect(bestFor('job.start', [startDate], [startDate]).map(({ from }) => from)).toEqual([
      'job.startdate',
      'person.startdate',
    ]);
  });

  it('take a list of records from a collection only', () => {
    const school = field('school', 'School');
    const education = field('education', 'Education', { shape: 'group', fields: [school] });

    expect(bestFor('education.school', [school, education]).map(({ from }) => from)).toEqual([
      'person.education.school',
    ]);
  });

  it('are none for a name that has nothing to do with it', () => {
    expect(suggestMapping({ person: [field('field40001', 'Favourite Colour')] })).toEqual([]);
    expect(suggestMapping({})).toEqual([]);
  });
});
