import { describe, expect, it } from '@jest/globals';
import { checkPlatformMapping } from '../../../src/hires/check-platform-mapping.ts';
import { type PlatformDocument } from '../../../src/platforms/platform.ts';
import { TODAY } from './a-hire.ts';

type Checked = Pick<PlatformDocument, 'mapping' | 'required' | 'packages' | 'triggers'>;
const h1b = { packageId: 'IMM-H1B', nodeId: 'C77001', label: 'Immigration: H-1B', visaCategory: 'H-1B' };

const good: Checked = {
  triggers: [
    { eventType: 'WorkFlowStatusChangeEvent', newStatus: ['C20500'], action: 'open-case' },
    { eventType: 'WorkFlowStatusChangeEvent', newStatus: ['C20900'], action: 'withdraw-case' },
  ],
  packages: { field: 'job.assessmenttype', default: null, items: [h1b] },
  mapping: [
    { to: 'person.date_of_birth', from: 'person.birthdate' },
    { to: 'job.soc', from: 'job.field51001' },
    { to: 'case.sponsorship_needed', from: 'person.field40001', values: { C41000: 'yes', C41001: 'no' } },
  ],
  required: {
    '*': [
      'person.family_name',
      'person.email',
      'job.title',
      'job.worksites.city',
      'job.worksites[].state',
      'education',
    ],
    'H-1B': ['person.date_of_birth', 'job.soc', 'case.category'],
  },
};
const check = (change: Partial<Checked>): readonly unknown[] => checkPlatformMapping({ ...good, ...change }, TODAY);

describe('checkPlatformMapping', () => {
  it('finds nothing wrong with a good document', () => {
    expect(check({})).toEqual([]);
  });

  it.each<[string, Partial<Checked>, string, RegExp]>([
    [
      'a misspelt key',
      { mapping: [...good.mapping, { to: 'person.date_of_brith', from: 'person.x' }] },
      '/mapping/3/to',
      /Did you mean person\.date_of_birth\?/,
    ],
    [
      'a key that is nothing',
      { mapping: [...good.mapping, { to: 'zzz', from: 'person.x' }] },
      '/mapping/3/to',
      /not a canonical key\.$/,
    ],
    [
      'a group',
      { mapping: [...good.mapping, { to: 'education[]', from: 'person.x' }] },
      '/mapping/3/to',
      /like education\.degree/,
    ],
    [
      'a hostile path',
      { mapping: [...good.mapping, { to: 'job.end', from: 'person.__proto__' }] },
      '/mapping/3/from',
      /cannot be read/,
    ],
    [
      'a target that the key cannot hold',
      { mapping: [...good.mapping, { to: 'person.sex', from: 'person.x', values: { 'C1/~': 'mail' } }] },
      '/mapping/3/values/C1~1~0',
      /"mail" cannot be a value of person\.sex: it must be male or female\./,
    ],
    ['an unknown required key', { required: { '*': ['person.frist_name'] } }, '/required/*/0', /not a canonical key/],
    [
      'a required key without field',
      { required: { TN: ['passport.number'] } },
      '/required/TN/0',
      /no iCIMS field is mapped/,
    ],
    [
      'a required group without field',
      { required: { TN: ['dependents'] } },
      '/required/TN/0',
      /no iCIMS field is mapped/,
    ],
    ['an unknown category', { required: { H1B: [] } }, '/required/H1B', /Did you mean H-1B\?/],
    [
      'a package of an unknown category',
      { packages: { ...good.packages, items: [{ ...h1b, visaCategory: 'O1A' }] } },
      '/packages/items/0/visaCategory',
      /Did you mean O-1A\?/,
    ],
    ['an unknown default', { packages: { ...good.packages, default: 'X' } }, '/packages/default', /not among/],
    [
      'a package id twice',
      { packages: { ...good.packages, items: [h1b, { ...h1b, nodeId: 'C2' }] } },
      '/packages/items/1/packageId',
      /already used at \/packages\/items\/0\/packageId/,
    ],
    [
      'a node id twice, once without its letter',
      { packages: { ...good.packages, items: [h1b, { ...h1b, packageId: 'B', nodeId: '77001' }] } },
      '/packages/items/1/nodeId',
      /already used/,
    ],
    [
      'two actions for one status',
      {
        triggers: [
          ...good.triggers,
          { eventType: 'WorkFlowStatusChangeEvent', newStatus: ['1', '20500'], action: 'update-case' },
        ],
      },
      '/triggers/2/newStatus/1',
      /already used at \/triggers\/0\/newStatus\/0/,
    ],
  ])('points at %s', (_, change, pointer, problem) => {
    expect(check(change)).toEqual([{ pointer, problem: expect.stringMatching(problem) }]);
  });
});
