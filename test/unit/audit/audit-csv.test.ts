import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toCsv } from '../../../src/audit/audit-csv.ts';

const rowOf = (actor: string): string => {
  const at = new Date('2026-11-20T10:00:00Z');
  const csv = toCsv([
    { id: '1', at, actor, action: 'hire.read', customerId: null, subject: null, detail: {}, hash: null },
  ]);
  return csv.slice(csv.indexOf('\r\n') + 2);
};

describe('the audit log as CSV', () => {
  it.each([
    ['=1+1', `'=1+1`],
    ['+1', `'+1`],
    ['-1', `'-1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\tx', `'\tx`],
    ['plain', 'plain'],
    ['a;=1+1', `a;'=1+1`],
    ['a\t-1;b; @x', `a\t'-1;b; '@x`],
    ['a;b-c=d', 'a;b-c=d'],
    ['a,b', '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ['a\r\nb', '"a\r\nb"'],
    ['\r=1', `"'\r'=1"`],
    ['a;\n =1', `"a;\n '=1"`],
  ])('%j is written %j', (actor, cell) => {
    expect(rowOf(actor)).toBe(`1,2026-11-20T10:00:00.000Z,${cell},hire.read,,,{},\r\n`);
  });

  it('is read back as what was written, and holds no formula in any cell of any country', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', ',', '"', "'", ' ', 'a', '1', '|');
    const text = fc.oneof(
      fc.string(),
      fc.array(sign).map((signs) => signs.join('')),
    );
    fc.assert(
      fc.property(text, fc.option(text), fc.dictionary(text, text), (actor, subject, detail) => {
        const at = new Date('2026-11-20T10:00:00Z');
        const entry = {
          id: '1',
          at,
          actor,
          action: 'hire.read',
          customerId: null,
          subject,
          detail,
          hash: null,
        } as const;
        const [, row = [], ...more] = readCsv(toCsv([entry]));

        expect(more).toEqual([]);
        expect(row).toHaveLength(8);
        const bare = (cell: string | undefined): string => String(cell).replaceAll("'", '');
        expect([row[2], row[5], row[6]].map(bare)).toEqual([actor, subject ?? '', JSON.stringify(detail)].map(bare));
        expect(row.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        // Where a semicolon divides cells, a quote in the middle of a line protects neither those nor the ends of lines.
        expect(row.filter((cell) => /[;\t\r\n]["' ]*(?<!')[=+\-@]/.test(cell))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** RFC 4180, by the letter: rows of cells. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}
