import { describe, expect, it } from '@jest/globals';
import { type FieldKind } from '../../../../src/hires/canonical/field.ts';
import { statusCodes } from '../../../../src/hires/canonical/status-codes.ts';
import { as, valueAs } from './want.ts';

const REFUSED = 'REFUSED';
const cases: readonly (readonly [FieldKind, unknown, unknown])[] = [
  ['soc', '15-1252', '15-1252'],
  ['soc', ' 15-1252.00 ', '15-1252'],
  ['soc', { id: 'C1', value: '15-1252' }, '15-1252'],
  ['soc', '151252', REFUSED],
  ['soc', '15-125', REFUSED],
  ['soc', '14-1252', REFUSED],
  ['soc', '99-9999', REFUSED],
  ['soc', 'Software Developers (15-1252)', REFUSED],
  ['ssn', '900-12-3456', '900123456'],
  ['ssn', '900123456', '900123456'],
  ['ssn', '900 12 3456', '900123456'],
  ['ssn', '***-**-3456', REFUSED],
  ['ssn', '3456', REFUSED],
  ['ssn', '90012345678', REFUSED],
  ['a-number', 'A012345678', '012345678'],
  ['a-number', 'a-12345678', '012345678'],
  ['a-number', '1234567', '001234567'],
  ['a-number', '123456', REFUSED],
  ['i94', '12345678901', '12345678901'],
  ['i94', '123456789a1', '123456789A1'],
  ['i94', '1234567890', REFUSED],
  ['receipt', 'WAC-21-900-12345', 'WAC2190012345'],
  ['receipt', 'none', 'None'],
  ['receipt', '2190012345', REFUSED],
  ['dol-number', 'I-200-31123-123456', 'I-200-31123-123456'],
  ['dol-number', 'g-100-31123-123456', 'G-100-31123-123456'],
  ['dol-number', '200-31123-123456', REFUSED],
  ['fein', '00-1234567', '001234567'],
  ['fein', '12345678', REFUSED],
  ['naics', 541511, '541511'],
  ['naics', '54151', REFUSED],
  ['email', 'ana@example.com', 'ana@example.com'],
  ['email', ' Ana.Maria+x@sub.example.com ', 'Ana.Maria+x@sub.example.com'],
  ['email', 'josé@bücher.example', 'josé@bücher.example'],
  ['email', "o'brien@example.com", "o'brien@example.com"],
  ['email', 'ana@example', REFUSED],
  ['email', 'ana@@example.com', REFUSED],
  ['email', 'ana @example.com', REFUSED],
  ['email', 'ana@-example.com', REFUSED],
  ['email', '@example.com', REFUSED],
  ['email', 'ana@example.com, bo@example.com', REFUSED],
  ['email', `${'x'.repeat(65)}@example.com`, REFUSED],
  ['phone', '(212) 555-0123', '+12125550123'],
  ['phone', '212.555.0123 x44', '+12125550123'],
  ['phone', '+91 98765 43210', '+919876543210'],
  ['phone', 2125550123, '+12125550123'],
  ['phone', '000 000 0000', REFUSED],
  ['phone', '555-0123', REFUSED],
  ['phone', 'call me', REFUSED],
  ['phone-extension', '44', '44'],
  ['phone-extension', 'ext. 44', '44'],
  ['phone-extension', '(212) 555-0123 x44', '44'],
  ['phone-extension', '(212) 555-0123', null],
  ['phone-extension', 'front desk', REFUSED],
  ['boolean', true, true],
  ['boolean', 'Yes', true],
  ['boolean', 'NO', false],
  ['boolean', { id: 'C41000', value: 'Yes', formattedvalue: 'Yes' }, true],
  ['boolean', 0, false],
  ['boolean', 'maybe', REFUSED],
  ['integer', '1,250', 1250],
  ['integer', -0, 0],
  ['integer', 1.5, REFUSED],
  ['integer', -1, REFUSED],
  ['integer', 2 ** 53 + 2, REFUSED],
  ['decimal', '37.5', 37.5],
  ['decimal', '1.000,50', REFUSED],
  ['decimal', Infinity, REFUSED],
  ['year', '1998', 1998],
  ['year', 98, REFUSED],
  ['wage', { amountstring: '120,000.00', amount: 120000, currency: 'USD' }, 120000],
  ['wage', { currency: 'USD', amount: 52.5, timeframe: 'Hourly' }, 52.5],
  ['wage', '$ 120,000.50', 120000.5],
  ['wage', 0, REFUSED],
  ['wage', -5, REFUSED],
  ['wage', '120.000,00', REFUSED],
  ['wage', '1e5', REFUSED],
  ['wage-unit', { currency: 'USD', amount: 1, timeframe: 'Hourly' }, 'Hour'],
  ['wage-unit', { timeframe: 'Weekly', amount: 1 }, 'Week'],
  ['wage-unit', { timeframe: 'Monthly', amount: 1 }, 'Month'],
  ['wage-unit', { timeframe: 'Yearly', amount: 1 }, 'Year'],
  ['wage-unit', { timeframe: 'Daily', amount: 1 }, REFUSED],
  ['wage-unit', { currency: 'USD', amount: 1 }, null],
  ['wage-unit', 'Bi-Weekly', 'Bi-Weekly'],
  ['wage-unit', { id: 'C1', value: 'annual' }, 'Year'],
  ['currency', { currency: 'usd', amount: 1 }, 'USD'],
  ['currency', { amount: 1 }, null],
  ['currency', 'dollars', REFUSED],
];

describe('normalise', () => {
  it.each(cases)('%s: %j is %j', (kind, raw, value) => {
    expect(valueAs(kind, raw)).toEqual(value);
  });

  it('names the units in which a wage may be paid when it is a daily one', () => {
    const daily = as('wage-unit', { currency: 'USD', amount: 400, timeframe: 'Daily' });
    expect(daily).toEqual({ ok: false, wanted: 'an hourly, weekly, bi-weekly, monthly or yearly wage' });
  });
});

describe('a choice', () => {
  const status = { options: statusCodes, spellings: { 'H-1B1': 'HSC' } };
  const sex = { options: ['male', 'female'], spellings: { f: 'female' } };

  it.each([
    ['H-1B', 'H1B'],
    ['f-1', 'F1'],
    ['H-1B1', 'HSC'],
    ['TN', REFUSED],
  ])('status %s is %s', (raw, code) => {
    expect(valueAs('choice', raw, status)).toBe(code);
  });

  it.each([
    ['FEMALE', 'female'],
    ['F', 'female'],
    ['constructor', REFUSED],
  ])('sex %s is %s', (raw, value) => {
    expect(valueAs('choice', raw, sex)).toBe(value);
  });

  it('names a few options in full and many by example', () => {
    expect(as('choice', '?', sex)).toEqual({ ok: false, wanted: 'male or female' });
    expect(as('choice', '?', status)).toEqual({ ok: false, wanted: 'one of 150 values, like 1B1, 1B2, 1B3' });
  });

  it('knows the 150 codes of Form I-129, each once', () => {
    expect(new Set(statusCodes).size).toBe(150);
  });
});
