import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSearchResults, toSearchDate, toWorkflowQuery } from '../../../src/icims/workflow-search.ts';

describe('a search date', () => {
  it.each([
    ['2031-05-03T00:00:00Z', '2031-05-03 12:00 AM'],
    ['2031-05-03T12:00:59Z', '2031-05-03 12:00 PM'],
    ['2031-05-03T14:07:30Z', '2031-05-03 02:07 PM'],
    ['2031-05-03T23:59:59.999Z', '2031-05-03 11:59 PM'],
  ])('%s is written as %s', (at, text) => {
    expect(toSearchDate(new Date(at))).toBe(text);
  });

  it('is never of another form, which iCIMS would take for every date', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (at) => {
        const [, day, hour, minute, half] = /^(\S+) (\d\d):(\d\d) (AM|PM)$/.exec(toSearchDate(at)) ?? [];
        const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
        const back = Date.parse(`${String(day)}T${String(hours).padStart(2, '0')}:${String(minute)}:00Z`);
        expect(at.getTime() - back).toBeGreaterThanOrEqual(0);
        expect(at.getTime() - back).toBeLessThan(60_000);
      }),
    );
  });

  it('is refused rather than sent when it cannot be written so', () => {
    expect(() => toSearchDate(new Date('+012031-05-03T00:00:00Z'))).toThrow(/not of the form/);
  });
});

describe('a query', () => {
  it('names the statuses as search wants them, the date, and the last id of the page before', () => {
    const updatedSince = new Date('2031-05-03T14:07:00Z');
    expect(toWorkflowQuery({ statuses: ['C20500', '20501'], updatedSince, afterId: '77' }).filters).toEqual([
      { name: 'applicantworkflow.status', value: ['C20500', 'C20501', 'D20501'], operator: '=' },
      { name: 'applicantworkflow.updateddate', value: ['2031-05-03 02:07 PM'], operator: '>=' },
      { name: 'applicantworkflow.id', value: ['77'], operator: '>' },
    ]);
  });
});

describe('an answer', () => {
  it('is a list of ids', () => {
    expect(readSearchResults({ searchResults: [{ id: 5, self: 'x' }, { id: 9 }] }, '4')).toEqual(['5', '9']);
    expect(readSearchResults({ searchResults: [] }, null)).toEqual([]);
  });

  it.each([
    ['no object', 'text'],
    ['without results', {}],
    ['without ids', { searchResults: [{ self: 'x' }] }],
    ['not ascending, so that paging would never end', { searchResults: [{ id: 9 }, { id: 9 }] }],
    ['before the page', { searchResults: [{ id: 4 }] }],
  ])('is refused when it is %s', (_what, body) => {
    expect(() => readSearchResults(body, '4')).toThrow(/no list of ids/);
  });
});
