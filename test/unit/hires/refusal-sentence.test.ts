import { describe, expect, it } from '@jest/globals';
import { refusalSentence } from '../../../src/hires/refusal-sentence.ts';
import { type FieldProblem } from '../../../src/hires/field-problem.ts';

const missing = (placeholder: string | null, part?: string): FieldProblem => ({
  key: 'k',
  kind: 'missing',
  label: 'passport number',
  placeholder,
  ...(part === undefined ? {} : { part }),
});
const unusable = (placeholder: string, wanted: string, part?: string): FieldProblem => ({
  ...missing(placeholder, part),
  kind: 'unusable',
  wanted,
});

describe('refusalSentence', () => {
  it.each([
    ['nothing', [], ''],
    [
      'one missing field',
      [missing('{{person.birthdate}}')],
      'Please fill in {{person.birthdate}}, then move the candidate to this status again.',
    ],
    [
      'several missing fields, each once',
      [missing('{{person.birthdate}}'), missing('{{job.joblocation}}'), missing('{{job.joblocation}}')],
      'Please fill in {{person.birthdate}} and {{job.joblocation}}, then move the candidate to this status again.',
    ],
    [
      'missing parts of one field',
      [missing('{{job.joblocation}}', 'worksite city'), missing('{{job.joblocation}}', 'worksite state')],
      'Please fill in {{job.joblocation}} (worksite city, worksite state), then move the candidate to this status again.',
    ],
    [
      'an unusable field',
      [unusable('{{job.field51001}}', 'a SOC code like 15-1252')],
      '{{job.field51001}} must be a SOC code like 15-1252. Please correct this, then move the candidate to this status again.',
    ],
    [
      'unusable and missing fields',
      [missing('{{person.email}}'), unusable('{{job.field51001}}', 'a SOC code like 15-1252')],
      '{{job.field51001}} must be a SOC code like 15-1252. Please fill in {{person.email}}, then move the candidate to this status again.',
    ],
    [
      'unusable parts of one field',
      [
        unusable('{{job.joblocation}}', 'a US state, like Texas or TX', 'worksite state'),
        unusable('{{job.joblocation}}', 'a ZIP code of 5 or 9 digits', 'worksite ZIP code'),
      ],
      '{{job.joblocation}}: worksite state must be a US state, like Texas or TX; worksite ZIP code must be a ZIP code of 5 or 9 digits. Please correct this, then move the candidate to this status again.',
    ],
    [
      'a key without a field',
      [missing(null)],
      'No iCIMS field is set up for passport number; please ask your iCIMS administrator.',
    ],
  ])('says %s', (_, problems, sentence) => {
    expect(refusalSentence(problems)).toBe(sentence);
  });
});
