import { describe, expect, it } from '@jest/globals';
import { changedFields } from '../../../src/cases/built-in/changed-fields.ts';
import { type CanonicalFields } from '../../../src/hires/hire.ts';

const before: CanonicalFields = {
  person: { given_name: 'Adaeze', us_address: { city: 'Rochester', state: 'MN' }, citizenships: ['NG', 'SE'] },
  job: { title: 'Biostatistician', full_time: true },
};

describe('changedFields', () => {
  it.each<[string, CanonicalFields, string[]]>([
    [
      'nothing for the same data in another order',
      { job: { full_time: true, title: 'Biostatistician' }, person: before['person'] ?? {} },
      [],
    ],
    ['a new key', { ...before, case: { request: 'new' } }, ['case']],
    ['a lost group', { person: before['person'] ?? {} }, ['job']],
    ['a value in a group', { ...before, job: { title: 'Chemist', full_time: false } }, ['job.full_time', 'job.title']],
    [
      'a value two groups down, and a list whose order changed',
      {
        ...before,
        person: { given_name: 'Adaeze', us_address: { city: 'Rochester', state: 'NY' }, citizenships: ['SE', 'NG'] },
      },
      ['person.citizenships', 'person.us_address.state'],
    ],
    ['a group that became a text', { ...before, job: 'Chemist' }, ['job']],
  ])('names %s', (_what, after, changed) => {
    expect(changedFields(before, after)).toEqual(changed);
  });
});
