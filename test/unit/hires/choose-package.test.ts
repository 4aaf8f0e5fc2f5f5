import { describe, expect, it } from '@jest/globals';
import { choosePackage, packageSentence } from '../../../src/hires/choose-package.ts';
import { type Packages } from '../../../src/platforms/platform.ts';

const h1b = { packageId: 'IMM-H1B', nodeId: 'C77001', label: 'Immigration: H-1B', visaCategory: 'H-1B' };
const tn = { packageId: 'IMM-TN', nodeId: 'C77002', label: 'Immigration: TN', visaCategory: 'TN' };
const packages: Packages = { field: 'job.assessmenttype', default: null, items: [h1b, tn] };

const ours = { id: 'C77001', value: 'Renamed by the customer' };
const foreign = { id: 'C50', value: 'Typing Test' };

describe('choosePackage', () => {
  it.each([
    ['a node by its id', [ours]],
    ['a single node', ours],
    ['an id without its letter', [{ id: '77001', value: 'x' }]],
    ['a node of another id by its label', [{ id: 'C1', value: '  immigration: h-1b ' }]],
    ['text by its label', 'Immigration: H-1B'],
    ['our node beside those of other vendors', [foreign, ours, { id: 'C51', value: 'Personality' }]],
    ['our node twice', [ours, ours]],
  ])('finds %s', (_, assessmenttype) => {
    expect(choosePackage({ assessmenttype }, packages)).toEqual({ ok: true, item: h1b });
  });

  it.each([
    ['nothing', undefined, 'UNKNOWN_PACKAGE'],
    ['an empty list', [], 'UNKNOWN_PACKAGE'],
    ['only nodes of others', [foreign], 'UNKNOWN_PACKAGE'],
    ['a label that is only similar', [{ id: 'C1', value: 'Immigration: H-1B1' }], 'UNKNOWN_PACKAGE'],
    ['junk', [null, 7, { id: { id: 1 } }], 'UNKNOWN_PACKAGE'],
    ['two of ours', [ours, { id: 'C77002' }], 'SEVERAL_PACKAGES'],
  ])('chooses none from %s', (_, assessmenttype, code) => {
    expect(choosePackage({ assessmenttype }, packages)).toEqual({ ok: false, code });
  });

  it('uses the default for an empty field only', () => {
    const withDefault = { ...packages, default: 'IMM-TN' };
    expect(choosePackage({}, withDefault)).toEqual({ ok: true, item: tn });
    expect(choosePackage(null, withDefault)).toEqual({ ok: true, item: tn });
    expect(choosePackage({ assessmenttype: [foreign] }, withDefault)).toEqual({ ok: false, code: 'UNKNOWN_PACKAGE' });
  });
});

describe('packageSentence', () => {
  it('names the field and the choices', () => {
    expect(packageSentence('UNKNOWN_PACKAGE', packages)).toBe(
      'Please choose one immigration package in {{job.assessmenttype}} (Immigration: H-1B, Immigration: TN), then move the candidate to this status again.',
    );
    expect(packageSentence('SEVERAL_PACKAGES', packages)).toMatch(
      /^Several .* \{\{job\.assessmenttype\}\}\. Please choose one/,
    );
  });
});
