import { describe, expect, it } from '@jest/globals';
import { describeProblems, readErrors, readWarnings, transactionOf } from '../../../src/icims/icims-problems.ts';

describe('readErrors', () => {
  it('reads several X-Error headers, with and without field', () => {
    const headers = { 'x-error': ['1:lastname:The field is required', '2:The profile: gone', '0'] };
    const body = { errors: [{ errorMessage: 'lastname: The field is required', errorCode: 1 }] };
    const errors = readErrors(headers, body);
    expect(errors).toEqual([
      { code: '1', field: 'lastname' },
      { code: '2', field: null },
      { code: '0', field: null },
    ]);
    expect(describeProblems(errors)).toBe('1 on lastname, 2, 0');
  });

  it('reads the body when there is no header, codes as number or string', () => {
    const body = {
      errors: [
        { errorMessage: 'x', errorCode: 3 },
        { errorCode: '5', extra: true },
      ],
      more: 1,
    };
    expect(readErrors({}, body).map(({ code }) => code)).toEqual(['3', '5']);
  });

  it.each([undefined, null, 'x', [], {}, { errors: 'x' }, { errors: [{}] }, { errors: [{ errorCode: 'Ines' }] }])(
    'takes %j as no errors',
    (body) => {
      expect(readErrors({ 'x-error': 'Ines Example is no manager' }, body)).toEqual([]);
    },
  );

  it('keeps nothing of the texts, which may quote a value', () => {
    const headers = { 'x-error': '1:birthdate:1994-03-09 is not a date' };
    expect(describeProblems(readErrors(headers, undefined))).toBe('1 on birthdate');
  });
});

it('reads warnings apart from errors', () => {
  const headers = { 'x-warning': '4:Lastname:field name must be lowercase', 'x-error': '1:x' };
  expect(readWarnings(headers)).toEqual([{ code: '4', field: 'Lastname' }]);
});

it.each([
  ['0f9c2b1a-5f0e-4a58-9d4f-000000000000', '0f9c2b1a-5f0e-4a58-9d4f-000000000000'],
  ['a b\u001b[31m', undefined],
  ['', undefined],
])('reads the transaction %j as %j', (value, expected) => {
  expect(transactionOf({ 'x-transaction': value })).toBe(expected);
});
