import { type Comparison } from './compare/compare-surfaces.ts';
import { type Verdict } from './verdict/judge.ts';

/** What became of a run. */
export interface Produced {
  readonly verdicts: readonly Verdict[];
  readonly comparison: Comparison | null;
}
