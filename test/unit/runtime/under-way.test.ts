import { describe, expect, it } from '@jest/globals';
import { createUnderWay } from '../../../src/runtime/under-way.ts';

describe('work that is under way', () => {
  it('is counted until it ends, well or not', async () => {
    const underWay = createUnderWay();
    const one = Promise.withResolvers<string>();
    const other = Promise.withResolvers<string>();

    const first = underWay.during(() => one.promise);
    const second = underWay.during(() => other.promise);
    expect(underWay.count).toBe(2);

    one.resolve('done');
    await expect(first).resolves.toBe('done');
    expect(underWay.count).toBe(1);

    other.reject(new Error('failed'));
    await expect(second).rejects.toThrow('failed');
    expect(underWay.count).toBe(0);
  });
});
