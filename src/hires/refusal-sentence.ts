import { type FieldProblem } from './field-problem.ts';

const AGAIN = 'then move the candidate to this status again.';

/**
 * What the recruiter reads when fields are missing or unusable: every one of them, each placeholder once. Holds no
 * value of anybody. Empty for no problems.
 */
export function refusalSentence(problems: readonly FieldProblem[]): string {
  const places = [...groupByPlaceholder(problems)];
  const toFill = places.filter(([, group]) => group.some(({ kind }) => kind === 'missing'));
  const toCorrect = places.filter(([, group]) => group.every(({ kind }) => kind === 'unusable'));
  const unmapped = problems.filter(({ placeholder }) => placeholder === null).map(({ label }) => label);
  return [
    ...toCorrect.map(([placeholder, group]) => correction(placeholder, group)),
    ...(toFill.length > 0 ? [`Please fill in ${listed(toFill.map(nameOf))}, ${AGAIN}`] : []),
    ...(toFill.length === 0 && toCorrect.length > 0 ? [`Please correct this, ${AGAIN}`] : []),
    ...(unmapped.length > 0
      ? [`No iCIMS field is set up for ${listed(unmapped)}; please ask your iCIMS administrator.`]
      : []),
  ].join(' ');
}

/** "a, b and c". */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function groupByPlaceholder(problems: readonly FieldProblem[]): Map<string, FieldProblem[]> {
  const groups = new Map<string, FieldProblem[]>();
  for (const problem of problems) {
    if (problem.placeholder === null) continue;
    groups.set(problem.placeholder, [...(groups.get(problem.placeholder) ?? []), problem]);
  }
  return groups;
}

function nameOf([placeholder, group]: readonly [string, readonly FieldProblem[]]): string {
  const parts = [...new Set(group.flatMap(({ part }) => part ?? []))];
  return parts.length > 0 ? `${placeholder} (${parts.join(', ')})` : placeholder;
}

function correction(placeholder: string, group: readonly FieldProblem[]): string {
  const wants = [...new Set(group.map(wish))];
  return wants.length === 1 && group[0]?.part === undefined
    ? `${placeholder} must be ${group[0]?.wanted ?? ''}.`
    : `${placeholder}: ${wants.join('; ')}.`;
}

function wish({ part, label, wanted = '' }: FieldProblem): string {
  return `${part ?? label} must be ${wanted}`;
}
