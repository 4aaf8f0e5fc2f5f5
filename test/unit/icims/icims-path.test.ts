import { describe, expect, it } from '@jest/globals';
import { collectionPath, entryPath, profilePath, schemaPath } from '../../../src/icims/icims-path.ts';
import { type ProfileType } from '../../../src/icims/icims.ts';

const person = { profile: 'people', id: '7301' } as const;
const results = { profile: 'applicantworkflows', id: '40211', collection: 'assessmentresults' } as const;

describe('paths', () => {
  it('name profile, fields in one order without doubles, collections and entries', () => {
    expect(profilePath(person, []).path).toBe('people/7301');
    expect(profilePath(person, ['lastname', 'field40001', 'lastname', 'email'])).toEqual({
      path: 'people/7301?fields=email,field40001,lastname',
      target: 'people/7301',
    });
    expect(collectionPath(results).path).toBe('applicantworkflows/40211/fields/assessmentresults');
    expect(entryPath(results, '77').path).toBe('applicantworkflows/40211/fields/assessmentresults/77');
  });

  it.each<[ProfileType, string]>([
    ['people', 'person'],
    ['jobs', 'job'],
    ['companies', 'company'],
    ['applicantworkflows', 'submittal'],
    ['onboardworkflows', 'onboardworkflow'],
  ])('name the schema of %s %s', (profile, name) => {
    expect(schemaPath(profile).path).toBe(`profiledefinitions/v1/${name}/schema`);
  });

  it.each(['', '../9002', '7301/..', '7301?x', '7301#', '%37', ' 7301', '7301\n', '٧٣٠١', '1'.repeat(19)])(
    'refuse the id %j',
    (id) => {
      const refused = expect.objectContaining({ kind: 'rejected', code: 'ICIMS_REFUSED' });
      expect(() => profilePath({ ...person, id }, [])).toThrow(refused);
      expect(() => entryPath(results, id)).toThrow(refused);
    },
  );

  it.each(['', 'a,b', 'a&b', 'FirstName', '../x', 'a b', 'x'.repeat(65)])('refuse the field %j', (field) => {
    expect(() => profilePath(person, [field])).toThrow(/not called/);
    expect(() => collectionPath({ ...results, collection: field })).toThrow(/not called/);
  });

  it.each(['constructor', 'candidates', '../people'])('refuse the profile type %s', (profile) => {
    expect(() => profilePath({ ...person, profile: profile as ProfileType }, [])).toThrow(/not called/);
    expect(() => schemaPath(profile as ProfileType)).toThrow(/not called/);
  });
});
