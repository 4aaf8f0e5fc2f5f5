import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { batch } from '../../../src/runtime/batch.ts';

/** A flush that keeps the groups it was given and ends when told to. */
function flushing() {
  const groups: (readonly number[])[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const flush = (items: readonly number[]): Promise<readonly string[]> => {
    groups.push(items);
    return new Promise((resolve, reject) => {
      ends.push((error) => (error === undefined ? resolve(items.map(String)) : reject(error)));
    });
  };
  return { groups, flush, end: (error?: Error) => ends.shift()?.(error) };
}

const isItemsFault = (): boolean => false;

describe('a group commit', () => {
  it('takes one who comes alone at once, and the crowd that comes meanwhile together', async () => {
    const { groups, flush, end } = flushing();
    const add = batch(flush, { isItemsFault });
    const answers = [1, 2, 3].map(add);
    expect(groups).toEqual([[1]]);
    end();
    await expect(answers[0]).resolves.toBe('1');
    await turn();
    expect(groups).toEqual([[1], [2, 3]]);
    end();
    await expect(Promise.all(answers)).resolves.toEqual(['1', '2', '3']);
  });

  it('takes no more than its largest group at once', async () => {
    const { groups, flush, end } = flushing();
    const add = batch(flush, { isItemsFault, maxItems: 2 });
    [1, 2, 3, 4].forEach((item) => void add(item));
    end();
    await turn();
    expect(groups).toEqual([[1], [2, 3]]);
  });

  it('tries each alone when one item may be at fault, and fails together when none is', async () => {
    const single = batch(
      (items: readonly number[]) =>
        items.includes(2) ? Promise.reject(new Error('of 2')) : Promise.resolve(items.map(String)),
      { isItemsFault: () => true },
    );
    const settled = await Promise.allSettled([1, 2, 3].map(single));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);

    const together = batch((items: readonly number[]) => Promise.reject(new Error(`${items.length} items`)), {
      isItemsFault,
    });
    const failed = await Promise.allSettled([1, 2, 3].map(together));
    expect(failed.map((one) => one.status === 'rejected' && String(one.reason))).toEqual([
      'Error: 1 items',
      'Error: 2 items',
      'Error: 2 items',
    ]);
  });
});

describe('a group commit that gathers', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const gather = { ms: 20, enough: 3 };

  it('gives the first one company for a while', async () => {
    const { groups, flush, end } = flushing();
    const add = batch(flush, { isItemsFault, gather });
    const answers = [1, 2].map(add);
    await jest.advanceTimersByTimeAsync(19);
    expect(groups).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(groups).toEqual([[1, 2]]);
    end();
    await expect(Promise.all(answers)).resolves.toEqual(['1', '2']);
  });

  it('goes at once when enough are there, also those who came during the flush before', async () => {
    const { groups, flush, end } = flushing();
    const add = batch(flush, { isItemsFault, gather });
    const first = [1, 2, 3].map(add);
    await jest.advanceTimersByTimeAsync(0);
    expect(groups).toEqual([[1, 2, 3]]);
    [4, 5, 6].forEach((item) => void add(item));
    end();
    await Promise.all(first);
    await jest.advanceTimersByTimeAsync(0);
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(jest.getTimerCount()).toBe(0);
  });
});
