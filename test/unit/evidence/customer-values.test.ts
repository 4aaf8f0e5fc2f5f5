import { describe, expect, it } from '@jest/globals';
import { customerValues, findValues } from '../../../src/evidence/customer-values.ts';
import { type PlatformDocument } from '../../../src/evidence/contract-types.ts';
import { platformDocumentFor } from '../../../src/sandbox/platform-document-for.ts';

const document = platformDocumentFor('9001', { icims: 'http://icims.example.com' }) as unknown as PlatformDocument;
const values = customerValues(document);
const found = (text: string) => findValues(text, values, 'some.ts').map(({ value }) => value);

describe("a customer's own value in the source", () => {
  it.each([
    ["if (customerId === '9001') return;", ['9001']],
    ["const field = 'person.field40002';", ['field40002']],
    ["newStatus === 'C20500'", ['C20500']],
    ["newStatus === '20500'", ['20500']],
    ["label: 'Immigration: TN'", ['Immigration: TN']],
    ["const host = 'icims.example.com';", ['icims.example.com']],
  ])('is found in %s', (text, expected) => {
    expect(found(text)).toEqual(expect.arrayContaining(expected));
  });

  it('is not found in other words, in comments, and in what iCIMS has standardised', () => {
    expect(found("const port = 90012; const id = 'xC20500y';")).toEqual([]);
    expect(found('// for example 9001')).toEqual([]);
    expect(found("const field = 'job.assessmenttype';")).toEqual([]);
  });
});
