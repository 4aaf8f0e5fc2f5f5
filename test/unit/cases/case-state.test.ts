import { describe, expect, it } from '@jest/globals';
import { type CaseState, isClosed, nextStates } from '../../../src/cases/built-in/case-state.ts';

describe('states of a case', () => {
  it.each<[CaseState, CaseState[]]>([
    ['open', ['in-progress', 'completed', 'failed', 'withdrawn']],
    ['in-progress', ['completed', 'failed', 'withdrawn']],
    ['completed', []],
    ['failed', []],
    ['withdrawn', []],
  ])('from %s lead to %j', (state, next) => {
    expect(nextStates(state)).toEqual(next);
    expect(isClosed(state)).toBe(next.length === 0);
  });
});
