/** What a case of the built-in case system can be. */
export type CaseState = 'open' | 'in-progress' | 'completed' | 'failed' | 'withdrawn';

const next = {
  open: ['in-progress', 'completed', 'failed', 'withdrawn'],
  'in-progress': ['completed', 'failed', 'withdrawn'],
  completed: [],
  failed: [],
  withdrawn: [],
} as const satisfies Record<CaseState, readonly CaseState[]>;

/** The states that a case may go to from this one. */
export function nextStates(state: CaseState): readonly CaseState[] {
  return next[state];
}

/** Whether the case has ended: nothing about it changes any more. */
export function isClosed(state: CaseState): boolean {
  return next[state].length === 0;
}
