import { describe, expect, it } from '@jest/globals';
import { addressLinkOf, amountOf, linkedIdOf, listNodesOf, toIcimsDateTime } from '../../../src/icims/value-shapes.ts';

describe('listNodesOf', () => {
  it.each<[string, unknown, unknown]>([
    ['one node', { id: 'C77001', value: 'H-1B', formattedvalue: 'H-1B', other: 1 }, [{ id: 'C77001', label: 'H-1B' }]],
    [
      'several',
      [{ id: 'C1' }, { id: 'D2', formattedvalue: 'Two' }],
      [
        { id: 'C1', label: null },
        { id: 'D2', label: 'Two' },
      ],
    ],
    ['a country', { id: 'D41001', abbrev: 'US', value: 'United States' }, [{ id: 'D41001', label: 'United States' }]],
    ['a bare number as text', { id: '20500' }, [{ id: '20500', label: null }]],
    ['text', 'H-1B', []],
    ['nothing', undefined, []],
    ['null', null, []],
    ['an empty list', [], []],
    ['junk among nodes', [null, 3, { id: 'C1' }, { value: 'no id' }, { id: '../x' }], [{ id: 'C1', label: null }]],
  ])('reads %s', (_what, value, expected) => {
    expect(listNodesOf(value)).toEqual(expected);
  });
});

describe('linkedIdOf', () => {
  it.each<[unknown, string | null]>([
    [{ id: 7301, value: 'Test Person', profile: 'https://api.icims.com/customers/9001/people/7301' }, '7301'],
    [{ id: '7301' }, '7301'],
    [{ id: 0 }, '0'],
    [{ id: 7.5 }, null],
    [{ id: -1 }, null],
    [{ id: '7301/../8' }, null],
    [{ value: 'Test Person' }, null],
    ['7301', null],
    [undefined, null],
  ])('reads %j as %j', (value, expected) => {
    expect(linkedIdOf(value)).toBe(expected);
  });
});

describe('addressLinkOf', () => {
  const address = 'https://api.icims.com/customers/9001/companies/1800/fields/addresses/23';
  it.each<[unknown, unknown]>([
    [
      { id: 23, companyid: 1800, address, value: 'Campus' },
      { companyId: '1800', entry: '23' },
    ],
    [
      { id: 23, address },
      { companyId: '1800', entry: '23' },
    ],
    [{ companyid: '1800' }, { companyId: '1800', entry: null }],
    [{ id: 23, value: 'Campus' }, null],
    ['Campus', null],
    [undefined, null],
  ])('reads %j', (value, expected) => {
    expect(addressLinkOf(value)).toEqual(expected);
  });
});

describe('amountOf', () => {
  it.each<[unknown, unknown]>([
    [
      { currency: 'USD', amount: 120000, timeframe: 'Yearly' },
      { amount: 120000, currency: 'USD', timeframe: 'Yearly' },
    ],
    [
      { amountstring: '$1.00', amount: 1, currency: 'USD' },
      { amount: 1, currency: 'USD', timeframe: null },
    ],
    [{ amount: '120000' }, null],
    [120000, null],
    [null, null],
  ])('reads %j', (value, expected) => {
    expect(amountOf(value)).toEqual(expected);
  });
});

describe('toIcimsDateTime', () => {
  it.each([
    ['2031-05-03T14:07:59.999Z', '2031-05-03 02:07 PM'],
    ['2031-05-03T00:00:00.000Z', '2031-05-03 12:00 AM'],
    ['2031-05-03T12:00:00.000Z', '2031-05-03 12:00 PM'],
    ['2031-12-31T23:59:00.000-05:00', '2032-01-01 04:59 AM'],
    ['2031-05-03T11:59:00.000Z', '2031-05-03 11:59 AM'],
  ])('writes %s as %s', (date, expected) => {
    expect(toIcimsDateTime(new Date(date))).toBe(expected);
  });
});
