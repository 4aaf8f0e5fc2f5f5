import { type KeyPlan } from './compile-mapping.ts';
import { type CanonicalFields, type CanonicalValue } from './hire.ts';
import { type KeyResult } from './map-key.ts';

type Building = Record<string, CanonicalValue>;

/** The values of all keys as one nested record. Keys come from our own list, never from iCIMS. */
export function fieldsOfResults(results: readonly (readonly [KeyPlan, KeyResult])[]): CanonicalFields {
  const fields: Building = {};
  const groups = new Map<string, Building[]>();
  for (const [plan, { values }] of results) {
    if (plan.group) place(groups, plan.group, values);
    else if (values[0] !== undefined && values[0] !== null) setAt(fields, plan.parts, values[0]);
  }
  for (const [key, records] of groups) {
    const filled = records.filter((record) => Object.keys(record).length > 0);
    if (filled.length > 0) setAt(fields, key.split('.'), filled);
  }
  return fields;
}

/** Puts a value where its dotted key says. */
function setAt(fields: Building, parts: readonly string[], value: CanonicalValue): void {
  const last = parts.length - 1;
  let at = fields;
  for (let depth = 0; depth < last; depth += 1) at = (at[parts[depth] ?? ''] ??= {}) as Building;
  at[parts[last] ?? ''] = value;
}

function place(
  groups: Map<string, Building[]>,
  { key, leaf }: { readonly key: string; readonly leaf: string },
  values: KeyResult['values'],
): void {
  const records = groups.get(key) ?? [];
  values.forEach((value, index) => {
    const record = (records[index] ??= {});
    if (value !== null) record[leaf] = value;
  });
  groups.set(key, records);
}
