import { describe, expect, it } from '@jest/globals';
import countries from 'i18n-iso-countries/index.js';
import { as, valueAs } from './want.ts';

describe('a country', () => {
  it.each([
    ['IN', 'IN'],
    ['in', 'IN'],
    ['IND', 'IN'],
    ['India', 'IN'],
    ['  INDIA ', 'IN'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['United States', 'US'],
    ['the United States of America', 'US'],
    ['U.K.', 'GB'],
    ['UK', 'GB'],
    ['England', 'GB'],
    ['South Korea', 'KR'],
    ['Korea, South', 'KR'],
    ['Korea, Republic of', 'KR'],
    ['North Korea', 'KP'],
    ['Côte d’Ivoire', 'CI'],
    ["Cote d'Ivoire", 'CI'],
    ['Bahamas, The', 'BS'],
    ['St. Lucia', 'LC'],
    ['Trinidad & Tobago', 'TT'],
    ['TÜRKİYE', 'TR'],
    ['turkiye', 'TR'],
    ['TURKEY', 'TR'],
    ['ırak', 'REFUSED'],
    ['İndia', 'IN'],
    ['ındıa', 'IN'],
    ['Viet Nam', 'VN'],
    ['Hong Kong SAR', 'HK'],
    ['Kosovo', 'XK'],
    ['Congo', 'REFUSED'],
    ['Korea', 'REFUSED'],
    ['USSR', 'REFUSED'],
    ['Atlantis', 'REFUSED'],
    ['constructor', 'REFUSED'],
    ['__proto__', 'REFUSED'],
    ['', 'REFUSED'],
    [7, 'REFUSED'],
    [null, 'REFUSED'],
    [{ id: 'D41001', abbrev: 'US', value: 'United States' }, 'US'],
    [{ id: 'D41044', abbrev: 'IN', value: 'Bharat' }, 'IN'],
    [{ id: 'C1', value: 'Canada' }, 'CA'],
    [{ id: 'C1', abbrev: '??', value: 'Canada' }, 'CA'],
  ])('%j is %s', (raw, code) => {
    expect(valueAs('country', raw)).toBe(code);
  });

  it('is known by every ISO code', () => {
    for (const [two, three] of Object.entries(countries.getAlpha2Codes())) {
      expect([valueAs('country', two), valueAs('country', three)]).toEqual([two, two]);
    }
  });

  it('says what is wanted', () => {
    expect(as('country', 'Atlantis')).toEqual({ ok: false, wanted: 'a country, like India or IN' });
  });
});

describe('a US state', () => {
  it.each([
    ['TX', 'TX'],
    ['tx', 'TX'],
    ['Texas', 'TX'],
    ['new york', 'NY'],
    ['Washington, D.C.', 'DC'],
    ['Puerto Rico', 'PR'],
    ['AE', 'AE'],
    ['Armed Forces Pacific', 'AP'],
    ['Palau', 'PW'],
    [{ id: 'D41001024', abbrev: 'MA', value: 'Massachusetts' }, 'MA'],
    [{ id: 'C9', value: 'Ohio' }, 'OH'],
    ['Ontario', 'REFUSED'],
    ['XX', 'REFUSED'],
    [{}, 'REFUSED'],
  ])('%j is %s', (raw, code) => {
    expect(valueAs('us-state', raw)).toBe(code);
  });
});

describe('a ZIP code', () => {
  it.each([
    ['02139', '02139'],
    ['02139-1234', '02139-1234'],
    ['021391234', '02139-1234'],
    [94105, '94105'],
    ['2139', 'REFUSED'],
    ['SW1A 1AA', 'REFUSED'],
  ])('%j is %s', (raw, zip) => {
    expect(valueAs('zip', raw)).toBe(zip);
  });
});
