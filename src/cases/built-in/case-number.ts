/** What people call a case: `IMM-000123` from the 123rd number drawn. Longer when six digits no longer hold it. */
export function caseNumber(drawn: number): string {
  return `IMM-${String(drawn).padStart(6, '0')}`;
}
