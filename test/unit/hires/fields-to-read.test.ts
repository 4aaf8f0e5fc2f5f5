import { expect, it } from '@jest/globals';
import { fieldsToRead } from '../../../src/hires/fields-to-read.ts';
import { type Mapping } from '../../../src/platforms/platform.ts';

const packages = {
  field: 'job.assessmenttype',
  default: null,
  items: [{ packageId: 'A', nodeId: 'C1', label: 'A', visaCategory: 'TN' }],
};
const read = (mapping: Mapping[]): ReturnType<typeof fieldsToRead> => fieldsToRead({ mapping, packages, required: {} });

it('asks for the root fields of the default mapping, the packages and the structure', () => {
  expect(read([])).toEqual({
    person:
      'addresses birthdate education email firstname gender lastname middlename phones salary startdate usssn workexperience'.split(
        ' ',
      ),
    job: ['assessmenttype', 'joblocation', 'jobtitle', 'overview', 'responsibilities', 'startdate'],
    location: ['addresses', 'name'],
    workflow: ['associatedprofile', 'baseprofile', 'status'],
  });
});

it('asks for a mapped field once and no longer for a replaced one', () => {
  const fields = read([
    { to: 'person.ssn', from: 'person.field1.field2' },
    { to: 'job.start', from: 'job.field3' },
    { to: 'job.end', from: 'job.field3' },
    { to: 'case.offer_accepted', from: 'workflow.acceptdeclinedate' },
  ]);
  expect(fields.person).toContain('field1');
  expect(fields.person).not.toContain('usssn');
  expect(fields.person).not.toContain('startdate');
  expect(fields.job.filter((name) => name === 'field3')).toEqual(['field3']);
  expect(fields.workflow).toEqual(['acceptdeclinedate', 'associatedprofile', 'baseprofile', 'status']);
});

it('asks for nothing that a mapping to an unknown key names', () => {
  expect(read([{ to: 'person.shoe_size', from: 'person.field9' }]).person).not.toContain('field9');
});
