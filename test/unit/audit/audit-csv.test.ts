import { describe, expect, it } from '@jest/globals';
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
    ['\r=1', `"'\r=1"`],
  ])('%j is written %j', (actor, cell) => {
    expect(rowOf(actor)).toBe(`1,2026-11-20T10:00:00.000Z,${cell},hire.read,,,{},\r\n`);
  });
});
