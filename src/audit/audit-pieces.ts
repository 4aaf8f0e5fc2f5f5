import { toCsv } from './audit-csv.ts';
import { type AuditEntry } from './audit-entry.ts';

export type AuditFormat = 'csv' | 'json';

/** The parts of a file in one format: put together in order, pages between `begin` and `end`, they are the whole. */
interface AuditPieces {
  readonly begin: string;
  page(entries: readonly AuditEntry[], isFirst: boolean): string;
  readonly end: string;
}

export const auditPieces = {
  csv: { begin: toCsv([]), page: (entries) => toCsv(entries, false), end: '' },
  // An entry a line; only the last piece makes it valid JSON, so a file that was cut off is noticed.
  json: {
    begin: '[',
    page: (entries, isFirst) =>
      entries.map((entry, at) => `${isFirst && at === 0 ? '' : ','}\n${JSON.stringify(entry)}`).join(''),
    end: '\n]\n',
  },
} as const satisfies Record<AuditFormat, AuditPieces>;
