import * as z from 'zod';

const ErrorEntry = z.looseObject({
  pointer: z.string().optional(),
  path: z.string().optional(),
  field: z.string().optional(),
  name: z.string().optional(),
});
const Refusal = z.looseObject({
  errors: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
});

const MOST = 20;
/** Keys of the canonical record by their first part, and the keys of the hire around it. Nothing else is ever told. */
const CANONICAL =
  /^(person|passport|status|channel|case|job|lca|registration|employer|education|work_history|intl_group|treaty|trade|o1|perm|dependents)(\.[a-z0-9_]{1,40}){0,4}$/;
const ENVELOPE = new Set([
  'customerId',
  'workflowId',
  'personId',
  'jobId',
  'packageId',
  'packageLabel',
  'visaCategory',
]);

/**
 * The fields that a refusal names, as canonical keys, sorted, at most 20. Understands problem details with `errors` as a
 * list (`pointer`, `path`, `field` or `name`) and `errors` as an object keyed by field. Only names that are keys of ours
 * come through, so that no value, and nobody's name, is taken for one.
 */
export function refusedFields(body: unknown): string[] {
  const { success, data } = Refusal.safeParse(body);
  if (!success) return [];
  const named = Array.isArray(data.errors) ? data.errors.map(nameOf) : Object.keys(data.errors);
  const known = named.map(toKey).filter((key) => CANONICAL.test(key) || ENVELOPE.has(key));
  return [...new Set(known)].sort().slice(0, MOST);
}

function nameOf(error: unknown): string {
  const { success, data } = ErrorEntry.safeParse(error);
  return success ? (data.pointer ?? data.path ?? data.field ?? data.name ?? '') : '';
}

/** `/data/fields/job/worksites/0/city`, `#/data/…`, `data.fields.job…` and `job.worksites[0].city` are one key. */
function toKey(name: string): string {
  if (name.length > 200) return '';
  return name
    .replace(/^#?\//, '')
    .replaceAll('/', '.')
    .replace(/^data\.(fields\.)?/, '')
    .replace(/\[\d*\]|\.\d+(?=\.|$)/g, '');
}
