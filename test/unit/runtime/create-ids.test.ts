import { describe, expect, it } from '@jest/globals';
import { createIds } from '../../../src/runtime/create-ids.ts';

const NOW = Date.parse('2026-11-20T14:03:00Z');
const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ids', () => {
  it('are UUIDs of version 7 that begin with the time', () => {
    const id = createIds(() => NOW)();

    expect(id).toMatch(V7);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(NOW);
  });

  it.each([
    ['within one millisecond', () => NOW],
    ['when the clock goes back', backwards()],
  ])('ascend %s', (_when, nowMs) => {
    const newId = createIds(nowMs);

    const ids = Array.from({ length: 5_000 }, newId);

    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of two processes differ at the same time', () => {
    const one = createIds(() => NOW);
    const other = createIds(() => NOW);

    const ids = Array.from({ length: 1_000 }, () => [one(), other()]).flat();

    expect(new Set(ids).size).toBe(ids.length);
  });
});

function backwards(): () => number {
  let now = NOW;
  return () => (now -= 1);
}
