/** What a test of a case system found. */
export interface CaseSystemTest {
  readonly type: 'built-in' | 'webhook';
  readonly ok: boolean;
  /** HTTP status; null without an answer. */
  readonly status: number | null;
  readonly ms: number;
  /** What it means, and what to do. */
  readonly sentence: string;
}
