import { may, type Grant, type Right } from '../accounts/rights.ts';
import { canonicalFields } from '../hires/canonical-fields.ts';
import { type CanonicalFields, type CanonicalValue } from '../hires/hire.ts';
import { type HireTrace } from '../hires/hire-trace.ts';

/** What stands for a value that is there and not shown. */
export const MASK = '•••';

const pay = new Set(['job.wage_from', 'job.wage_to', 'job.other_compensation', 'job.prevailing_wage.amount']);
const sensitive = new Set([...pay, ...canonicalFields.filter((field) => field.sensitive).map(({ key }) => key)]);

/** The right that reveals a key; undefined for what is not masked. */
export function revealRight(key: string): Right | undefined {
  if (!sensitive.has(key)) return undefined;
  return pay.has(key) ? 'reveal.pay' : 'reveal.identity';
}

/** The operator's token and the command line read whole records, as scripts need them; everybody else sees masks. */
export function readsUnmasked(grants: readonly Grant[], session: boolean): boolean {
  return !session && may(grants, 'platforms.delete', null);
}

/** The record with every sensitive value replaced by a mask; in lists of records too. */
export function maskFields(fields: CanonicalFields, path = ''): CanonicalFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, maskValue(value, path === '' ? name : `${path}.${name}`)]),
  );
}

/** The trace with what was read for a sensitive key replaced by masks. */
export function maskTrace(trace: HireTrace): HireTrace {
  const steps = trace.steps.map((step) =>
    sensitive.has(step.key) ? { ...step, read: step.read.map(() => MASK) } : step,
  );
  return { ...trace, steps };
}

function maskValue(value: CanonicalValue, path: string): CanonicalValue {
  if (sensitive.has(path)) return MASK;
  if (isList(value)) return value.map((item) => maskValue(item, path));
  return typeof value === 'object' ? maskFields(value, path) : value;
}

/** Every value under the key, as text. */
export function valuesAt(fields: CanonicalFields, key: string): string[] {
  const found = key.split('.').reduce<CanonicalValue[]>(
    (values, step) =>
      values
        .flatMap((value) => (isList(value) ? [...value] : [value]))
        .flatMap((value) => (typeof value === 'object' && !isList(value) ? [value[step]] : []))
        .filter((value) => value !== undefined),
    [fields],
  );
  return found.flatMap((value) => (isList(value) ? [...value] : [value])).map((value) => textOf(value));
}

function textOf(value: CanonicalValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
