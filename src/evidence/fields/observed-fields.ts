import { type LoggedCall } from '../../sandbox/platform/call-log.ts';

/** A field that iCIMS saw being read or written. */
export interface ObservedField {
  readonly profile: string;
  readonly field: string;
  readonly access: 'read' | 'read-write';
}

/** Questions about the platform itself, which touch nobody's data. */
const NOT_PROFILES = new Set(['token', 'search']);

/** What the platform's own log shows of successful calls: each field once, written ones as `read-write`. */
export function observedFields(calls: readonly LoggedCall[]): readonly ObservedField[] {
  const seen = new Map<string, ObservedField>();
  for (const { area: profile, status, fieldsRead, fieldsWritten } of calls) {
    if (status < 200 || status > 299 || NOT_PROFILES.has(profile)) continue;
    for (const field of fieldsRead) keep(seen, { profile, field, access: 'read' });
    for (const field of fieldsWritten) keep(seen, { profile, field, access: 'read-write' });
  }
  return [...seen.values()];
}

function keep(seen: Map<string, ObservedField>, field: ObservedField): void {
  const key = `${field.profile} ${field.field}`;
  if (seen.get(key)?.access !== 'read-write') seen.set(key, field);
}
