import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { as, valueAs } from './want.ts';

const NO_DATES = [
  '2027-02-29',
  '2100-02-29',
  '2031-00-10',
  '2031-13-10',
  '2031-01-00',
  '2031-04-31',
  '0000-00-00',
  '1899-12-31',
  '2101-01-01',
  '31-05-94',
  '94-05-31',
  '05/31/1994',
  '2031-6-2',
  '2031-06-02T00:00:00Z',
  '2031-06-02 25:00 PM',
  '2031-06-02 13:00',
  '２０３１-06-02',
  '1994-05-31x',
  770_342_400,
  770_342_400_000,
  true,
  {},
  [],
  null,
];

describe('a date', () => {
  it.each([
    ['2031-06-02', '2031-06-02'],
    [' 2031-06-02 ', '2031-06-02'],
    ['2028-02-29', '2028-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['1900-01-01', '1900-01-01'],
    ['2100-12-31', '2100-12-31'],
    ['2031-05-03 02:07 PM', '2031-05-03'],
    ['2031-05-03 12:00 AM', '2031-05-03'],
    ['2031-05-03 11:59 pm', '2031-05-03'],
  ])('%j is %s', (raw, date) => {
    expect(valueAs('date', raw)).toBe(date);
  });

  it.each(NO_DATES)('%j is none', (raw) => {
    expect(as('date', raw)).toEqual({ ok: false, wanted: 'a date, like 2031-06-02' });
  });

  it('never shifts by a day, whatever the zone of the machine', () => {
    const noLater = { min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(noLater), (date) => {
        const written = date.toISOString().slice(0, 10);
        expect(valueAs('date', written)).toBe(written);
        expect(valueAs('date', `${written} 11:59 PM`)).toBe(written);
      }),
    );
  });
});

describe('a birth date', () => {
  it.each([
    ['1994-05-31', '1994-05-31'],
    ['2012-11-20', '2012-11-20'],
    ['2008-02-29', '2008-02-29'],
  ])('%s is usable on 2026-11-20', (raw, date) => {
    expect(valueAs('birth-date', raw)).toBe(date);
  });

  it.each([
    ['2026-11-20', 'a date in the past, like 1994-05-31'],
    ['2030-01-01', 'a date in the past, like 1994-05-31'],
    ['', 'a date in the past, like 1994-05-31'],
    ['2012-11-21', 'the birth date of a person of at least 14 years'],
  ])('%j is refused: it must be %s', (raw, wanted) => {
    expect(as('birth-date', raw)).toEqual({ ok: false, wanted });
  });
});

describe('a date in the past', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-21', 'REFUSED'],
  ])('%s is %s on 2026-11-20', (raw, date) => {
    expect(valueAs('past-date', raw)).toBe(date);
  });
});

describe('the end of a status', () => {
  it.each([
    ['D/S', 'D/S'],
    ['d/s', 'D/S'],
    ['Duration of Status', 'D/S'],
    [{ id: 'C1', value: 'DS' }, 'D/S'],
    ['2031-06-02', '2031-06-02'],
    ['forever', 'REFUSED'],
  ])('%j is %s', (raw, end) => {
    expect(valueAs('date-or-ds', raw)).toBe(end);
  });
});
