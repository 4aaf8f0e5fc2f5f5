import { describe, expect, it } from '@jest/globals';
import { refusedFields } from '../../../src/cases/webhook/refused-fields.ts';

describe('refusedFields', () => {
  it.each<[string, unknown, string[]]>([
    [
      'pointers into the body',
      { errors: [{ pointer: '/data/fields/person/date_of_birth', detail: '1994-02-28 is wrong' }] },
      ['person.date_of_birth'],
    ],
    ['fragments', { errors: [{ pointer: '#/data/fields/job/worksites/0/city' }] }, ['job.worksites.city']],
    [
      'keys of ours',
      { errors: [{ field: 'job.soc' }, { name: 'visaCategory' }, { path: 'job.worksites[1].state' }] },
      ['job.soc', 'job.worksites.state', 'visaCategory'],
    ],
    ['an object keyed by field', { errors: { 'passport.number': ['X1234567 is taken'] } }, ['passport.number']],
    ['the same field twice', { errors: [{ field: 'job.soc' }, { field: '/data/fields/job/soc' }] }, ['job.soc']],
  ])('reads %s', (_what, body, fields) => {
    expect(refusedFields(body)).toEqual(fields);
  });

  it.each<[string, unknown]>([
    [
      'values in the place of names',
      { errors: { 'Adaeze Okonkwo-Lindqvist': 'unknown', 'adaeze.okonkwo@example.com': 'taken' } },
    ],
    ['a name that looks like a key', { errors: [{ field: 'adaeze.okonkwo' }] }],
    ['values below a key', { errors: [{ pointer: '/data/fields/person/900-12-3456' }] }],
    ['very long names', { errors: [{ field: `person.${'a'.repeat(300)}` }] }],
    ['entries that are no objects', { errors: ['person.date_of_birth', null, 7, { field: 12 }] }],
    ['keys of the language', { errors: { __proto__: {}, constructor: {} } }],
    ['no errors', { title: 'Refused' }],
    ['a text', 'person.date_of_birth'],
    ['nothing', undefined],
  ])('tells nothing of %s', (_what, body) => {
    expect(refusedFields(body)).toEqual([]);
  });

  it('tells of twenty fields at most', () => {
    const errors = Array.from({ length: 50 }, (_none, index) => ({ field: `job.duty_${index}` }));

    expect(refusedFields({ errors })).toHaveLength(20);
  });
});
