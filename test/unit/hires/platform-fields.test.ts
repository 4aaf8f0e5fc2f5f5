import { describe, expect, it } from '@jest/globals';
import { platformFields } from '../../../src/hires/platform-fields.ts';
import { type PlatformDocument } from '../../../src/platforms/platform.ts';

type Described = Parameters<typeof platformFields>[0];

const described = (changes: Partial<PlatformDocument> = {}): Described => ({
  mapping: [{ to: 'job.soc', from: 'job.field51001' }],
  packages: { field: 'job.assessmenttype', default: null, items: [] },
  required: {},
  writeBack: {
    target: 'applicantworkflows',
    collection: 'assessmentresults',
    fields: { name: 'assessmentname', status: 'assessmentstatus', url: 'assessmenturl' },
    statuses: { opened: 'D1', completed: 'D2', failed: 'D3' },
  },
  ...changes,
});

const find = (described_: Described, profile: string, field: string) =>
  platformFields(described_).find((each) => each.profile === profile && each.field === field);

describe('the fields of a platform', () => {
  it('are those of the platform’s own mapping and of the defaults, each with the keys it fills', () => {
    expect(find(described(), 'jobs', 'field51001')).toMatchObject({ access: 'read', why: ['job.soc'] });
    expect(find(described(), 'people', 'birthdate')).toMatchObject({ access: 'read', why: ['person.date_of_birth'] });
    expect(find(described(), 'people', 'addresses')?.why).toContain('person.us_address.city');
  });

  it('name the package field and what holds the records together', () => {
    expect(find(described(), 'jobs', 'assessmenttype')?.why).toEqual(['package']);
    expect(find(described(), 'applicantworkflows', 'associatedprofile')?.why).toEqual(['structure']);
    expect(find(described(), 'jobs', 'joblocation')?.why).toEqual(['structure']);
  });

  it('are read and written only where the write-back goes', () => {
    const written = platformFields(described()).filter(({ access }) => access === 'read-write');

    expect(written.map(({ profile, field }) => `${profile}.${field}`)).toEqual([
      'applicantworkflows.assessmentresults.assessmentname',
      'applicantworkflows.assessmentresults.assessmentstatus',
      'applicantworkflows.assessmentresults.assessmenturl',
    ]);
    expect(platformFields(described({ writeBack: null })).every(({ access }) => access === 'read')).toBe(true);
  });
});
