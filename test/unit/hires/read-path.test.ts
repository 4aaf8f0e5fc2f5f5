import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePath, readPath } from '../../../src/hires/read-path.ts';
import { records, withPerson } from './a-hire.ts';

describe('parsePath', () => {
  it('knows record, root and steps', () => {
    expect(parsePath('person.addresses.addresscity')).toEqual({
      record: 'person',
      root: 'addresses',
      steps: ['addresscity'],
    });
  });

  it.each([
    'person',
    'person.',
    'user.name',
    'person.A',
    'person.a.b.c.d',
    'person.__proto__',
    'person.a.constructor',
    'job.prototype.x',
    'person.a b',
    'person.${process}',
    '',
  ])('%j is no path', (from) => {
    expect(parsePath(from)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (from) => parsePath(from) === undefined || from.includes('.')));
  });
});

describe('readPath', () => {
  const read = (from: string, choice: 'every' | 'primary', from_ = records()): readonly unknown[] => {
    const path = parsePath(from);
    return path ? readPath(from_, path, choice) : ['no path'];
  };

  it.each([
    ['person.lastname', 'primary', ['Example']],
    ['workflow.status.id', 'primary', ['C20500']],
    ['person.addresses.addresscity', 'primary', ['Sampletown']],
    ['person.addresses.addresscity', 'every', ['Pune', 'Sampletown']],
    ['person.addresses.addresszip', 'every', [undefined, '02139']],
    ['person.addresses.addressstate.abbrev', 'primary', ['MA']],
    ['person.unknown', 'primary', [undefined]],
    ['person.lastname.length', 'primary', [undefined]],
    ['job.joblocation.companyid', 'primary', [1800]],
  ] as const)('%s (%s) is %j', (from, choice, values) => {
    expect(read(from, choice)).toEqual(values);
  });

  it('takes the first entry when none is primary', () => {
    expect(read('person.phones.phonenumber', 'primary', withPerson({ phones: [{ phonenumber: '1' }, {}] }))).toEqual([
      '1',
    ]);
  });

  it('follows no inherited property', () => {
    expect(read('person.tostring', 'primary')).toEqual([undefined]);
    expect(read('person.addresses.valueof', 'every')).toEqual([undefined, undefined]);
  });
});
