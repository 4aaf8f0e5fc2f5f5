/** The sixteen visa categories by name. `H-1B` is the cap petition, `H-1B transfer` also extends and amends. */
export const visaCategoryNames = [
  'H-1B',
  'H-1B transfer',
  'H-1B1',
  'E-3',
  'L-1A',
  'L-1B',
  'O-1A',
  'O-1B',
  'TN',
  'E-2',
  'EB-1A',
  'EB-1B',
  'EB-1C',
  'EB-2 NIW',
  'EB-2 PERM',
  'EB-3',
] as const;
export type VisaCategoryName = (typeof visaCategoryNames)[number];
