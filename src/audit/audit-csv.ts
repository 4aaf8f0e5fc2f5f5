import { type AuditEntry } from './audit-entry.ts';

const HEAD = ['id', 'at', 'actor', 'action', 'customerId', 'subject', 'detail', 'hash'];

/**
 * RFC 4180, with what a spreadsheet would take for a formula made text by an apostrophe (OWASP, CSV Injection), also
 * behind the signs at which a spreadsheet of another country divides cells or lines: to it our quotes are plain text.
 * Pages that follow the first of one file are written without the line of column names.
 */
export function toCsv(entries: readonly AuditEntry[], withHead = true): string {
  const rows = entries.map((entry) => [
    entry.id,
    entry.at.toISOString(),
    entry.actor,
    entry.action,
    entry.customerId ?? '',
    entry.subject ?? '',
    JSON.stringify(entry.detail),
    entry.hash ?? '',
  ]);
  return [...(withHead ? [HEAD] : []), ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(text: string): string {
  const safe = text.replace(/^(?=[=+\-@\t\r])|(?=[=+\-@])(?<=[;\t\r\n]["' ]*)/g, "'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
