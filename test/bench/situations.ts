/** Candidates whose records are complete for their visa category. */
export const SITUATIONS = [
  'h1b-new-graduate',
  'h1b-transfer',
  'tn-canada',
  'e3',
  'l1a',
  'o1a',
  'several-citizenships',
] as const;
