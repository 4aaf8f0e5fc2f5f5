import { expect, it } from '@jest/globals';
import { caseNumber } from '../../../src/cases/built-in/case-number.ts';

it.each([
  [1, 'IMM-000001'],
  [123, 'IMM-000123'],
  [999_999, 'IMM-999999'],
  [1_000_000, 'IMM-1000000'],
])('calls the case with number %d %s', (drawn, number) => {
  expect(caseNumber(drawn)).toBe(number);
});
