import { canonicalField } from './canonical-fields.ts';
import { type KeyPlan, type Rule } from './compile-mapping.ts';
import { type FieldProblem } from './field-problem.ts';
import { type KeyResult } from './map-key.ts';
import { isEmpty, ownValue } from './normalise/plain-text.ts';
import { type FieldPath, type HireRecords, type RecordName } from './read-path.ts';

/** A list with an unusable value; empty when all is usable. */
export function unusableProblem(plan: KeyPlan, result: KeyResult, records: HireRecords): readonly FieldProblem[] {
  if (!result.unusable) return [];
  const { rule, wanted } = result.unusable;
  return [{ key: plan.field.key, kind: 'unusable', label: plan.field.label, wanted, ...placeOf(plan, rule, records) }];
}

/** Names the first field that is mapped to the key: the one to fill in. */
export function missingProblem(key: string, plan: KeyPlan, records: HireRecords): FieldProblem {
  return { key, kind: 'missing', label: labelOf(key), ...placeOf(plan, plan.rules[0], records) };
}

export function unmappedProblem(key: string): FieldProblem {
  return { key, kind: 'missing', label: labelOf(key), placeholder: null };
}

function placeOf(
  plan: KeyPlan,
  rule: Rule | undefined,
  records: HireRecords,
): Pick<FieldProblem, 'placeholder' | 'part'> {
  if (!rule) return { placeholder: null };
  const placeholder = toPlaceholder(rule.path);
  return isPart(rule.path, records) ? { placeholder, part: plan.field.label } : { placeholder };
}

/**
 * `{{profileType.field}}` is shown by iCIMS with the customer's own label of the field (iCIMS, Error Handling and
 * Reporting). The recruiter changes a location's data through the job's location field.
 */
function toPlaceholder({ record, root }: FieldPath): string {
  return record === 'location' ? '{{job.joblocation}}' : `{{${profileType[record]}.${root}}}`;
}

const profileType = {
  person: 'person',
  job: 'job',
  location: 'job',
  workflow: 'applicantworkflow',
} satisfies Record<RecordName, string>;

/** True when the field as a whole is filled in, so that "please fill in" needs to say which part. */
function isPart({ record, root, steps }: FieldPath, records: HireRecords): boolean {
  if (record === 'location') return !isEmpty(ownValue(records.job, 'joblocation'));
  return steps.length > 0 && !isEmpty(ownValue(records[record], root));
}

function labelOf(key: string): string {
  return canonicalField(key)?.label ?? key.replaceAll(/[._]/g, ' ');
}
